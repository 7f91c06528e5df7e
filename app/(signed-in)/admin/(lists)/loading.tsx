import { AdminSkeleton } from '#components/admin/admin-skeleton.tsx';
import { translator } from '../../../intl.ts';

/** Only of lists, hence their folder: a page that begins with this has said 200 before it can say that there is nothing. */
export default async function AdminLoading() {
  return <AdminSkeleton label={(await translator('runs'))('loading')} />;
}
