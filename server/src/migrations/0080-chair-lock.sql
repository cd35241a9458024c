-- A tablet at a chair locks when nobody has touched it: null until a sign-in has been at a chair.
alter table sign_in add column touched_at timestamptz, add column locked_at timestamptz;

-- Six figures by which one person opens one device that they are known to; the hash is slow, and the tries are counted here.
create table device_pin (
  clinic_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  account_id uuid not null,
  pin_hash text not null,
  wrong_tries integer not null default 0,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references account
);
select clinic_owned('device_pin');
create unique index device_pin_in_use on device_pin (clinic_id, device_id, account_id) where ended_at is null;
