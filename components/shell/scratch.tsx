'use client';
import { AccountMenu } from './account-menu.tsx';
export function ScratchAccount() { return <AccountMenu account={{ userId: 'fiona', displayName: 'Fiona Falk', groups: ['finance'], isAdmin: false }} onSignOut={() => {}} />; }
