import { AdminSkeleton } from '#components/admin/admin-skeleton.tsx';

export default function AdminLoading() {
  return <AdminSkeleton />;
}
