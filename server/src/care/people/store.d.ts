export * from './store/alert.ts';
export * from './store/approval.ts';
export * from './store/clinic.ts';
export * from './store/consent.ts';
export * from './store/invitation.ts';
export * from './store/mailbox.ts';
export * from './store/person.ts';
export * from './store/staff.ts';
