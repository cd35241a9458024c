create table account (
  clinic_id uuid not null references clinic,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'prescriber', 'nurse', 'front desk')),
  password_hash text,
  totp_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, email)
);
select clinic_owned('account');

create table passkey (
  clinic_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, credential_id),
  foreign key (clinic_id, account_id) references account
);
select clinic_owned('passkey');

create table recovery_code (
  clinic_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references account
);
select clinic_owned('recovery_code');

create table sign_in (
  clinic_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  issue integer not null default 1,
  method text not null,
  created_at timestamptz not null,
  issued_at timestamptz not null,
  last_seen_at timestamptz not null,
  revoked_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, account_id) references account
);
select clinic_owned('sign_in');

-- A ceremony under way: a passkey's challenge, or the half-way of password and code.
create table challenge (
  clinic_id uuid not null,
  id uuid not null,
  purpose text not null,
  account_id uuid,
  challenge text not null,
  bound text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references account
);
select clinic_owned('challenge');
grant delete on challenge to app_user;

-- A second person's word for one act: single use, bound to the facts of that act.
create table proof (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  asked_by uuid not null,
  act text not null,
  bound text not null,
  token_hash text not null,
  method text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, staff_id) references account,
  foreign key (clinic_id, asked_by) references account,
  check (staff_id <> asked_by)
);
select clinic_owned('proof');

-- A link opens one record for one purpose; only the hash of its secret is kept.
create table link (
  clinic_id uuid not null references clinic,
  id uuid not null,
  purpose text not null,
  record_id uuid not null,
  issue integer not null,
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, purpose, record_id, issue),
  unique (clinic_id, secret_hash)
);
select clinic_owned('link');

-- A message is a promise to write to somebody: what it is about is read again when it is sent.
create table message (
  clinic_id uuid not null references clinic,
  id uuid not null,
  kind text not null,
  about_id uuid not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  dropped_at timestamptz,
  tries integer not null default 0,
  tried_at timestamptz,
  recipient text,
  subject text,
  body text,
  calendar text,
  primary key (clinic_id, id),
  unique (clinic_id, kind, about_id, due_at)
);
select clinic_owned('message');
create index message_due on message (clinic_id, due_at) where sent_at is null and dropped_at is null;
