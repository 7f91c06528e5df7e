import { redirect } from 'next/navigation';

/** The desk begins with how things stand. */
export default function AdminPage() {
  redirect('/admin/dashboards');
}
