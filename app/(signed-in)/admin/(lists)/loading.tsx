import { AdminSkeleton } from '#components/admin/admin-skeleton.tsx';
import { translator } from '../../../intl.ts';

export default async function AdminLoading() {
  return <AdminSkeleton label={(await translator('runs'))('loading')} />;
}
