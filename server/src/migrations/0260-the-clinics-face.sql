-- A clinic's logo as we drew it again, never as it came: pixels of ours, in base64.
create table clinic_logo (
  clinic_id uuid not null references clinic,
  id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  png text not null check (octet_length(png) <= 400000),
  width integer not null check (width between 1 and 2000),
  height integer not null check (height between 1 and 2000),
  -- The schemes in whose ground it would be lost, so that it gets a light one of its own.
  plate_in text[] not null check (plate_in <@ array['light', 'dark']),
  kept_by uuid not null,
  kept_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, kept_by) references staff
);
select clinic_owned('clinic_logo');
select append_only('clinic_logo');
create index clinic_logo_address on clinic_logo (clinic_id, digest);

-- How a clinic looks and what it says in its own words. Every save is a version; the newest holds.
create table clinic_face (
  clinic_id uuid not null references clinic,
  version integer not null check (version > 0),
  accent_light text check (accent_light ~ '^#[0-9a-f]{6}$'),
  accent_dark text check (accent_dark ~ '^#[0-9a-f]{6}$'),
  logo_id uuid,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  -- By language, without English: those lines are the clinic's own.
  crisis_lines jsonb not null,
  -- By kind, then by language.
  policies jsonb not null,
  -- Where the booking may stand in a frame.
  frame_origins text[] not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (clinic_id, version),
  foreign key (clinic_id, logo_id) references clinic_logo,
  foreign key (clinic_id, saved_by) references staff,
  check ((accent_light is null) = (accent_dark is null))
);
select clinic_owned('clinic_face');
select append_only('clinic_face');
select proved(t) from unnest(array['clinic_logo', 'clinic_face']::regclass[]) t;
