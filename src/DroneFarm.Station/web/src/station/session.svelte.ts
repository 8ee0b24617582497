import { call, get, setRequestMark } from './api';

export type Role = 'nobody' | 'viewer' | 'operator' | 'pilot';
export interface SessionCard {
  role: Role;
  requestMark?: string;
  mark?: string;
  asksPhrase: boolean;
  speed: number;
  simulated: boolean;
}

const order: Role[] = ['nobody', 'viewer', 'operator', 'pilot'];

export const session = $state({ known: false, role: 'nobody' as Role, mark: '', asksPhrase: false, speed: 1, simulated: false });
export const may = (role: Role): boolean => order.indexOf(session.role) >= order.indexOf(role);

function take(card: SessionCard): void {
  setRequestMark(card.requestMark);
  Object.assign(session, { known: true, role: card.role, mark: card.mark ?? '', asksPhrase: card.asksPhrase, speed: card.speed, simulated: card.simulated });
}

export async function openSession(): Promise<void> {
  take(await get<SessionCard>('/api/session'));
}

export async function showPhrase(phrase: string): Promise<void> {
  take(await call<SessionCard>('POST', '/api/session', { phrase }));
}

export async function leave(): Promise<void> {
  await call('DELETE', '/api/session');
  await openSession();
}
