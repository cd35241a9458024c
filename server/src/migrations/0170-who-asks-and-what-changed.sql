-- Who asks, and after how many changes of the clinic: a look needs no question of its own.
drop function sign_in_now(uuid, uuid);
create function sign_in_now(c uuid, asked uuid, out id uuid, out account_id uuid, out name text, out roles text[], out token_hash text,
  out issue int, out issued_at timestamptz, out last_seen_at timestamptz, out revoked_at timestamptz, out closed_at timestamptz,
  out created_at timestamptz, out method text, out touched_at timestamptz, out locked_at timestamptz, out is_bare boolean,
  out changes bigint)
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  select s.id, s.account_id, a.name, a.roles, s.token_hash, s.issue, s.issued_at, s.last_seen_at, s.revoked_at, a.closed_at,
      s.created_at, s.method, s.touched_at, s.locked_at, s.is_bare, changes_here()
    into id, account_id, name, roles, token_hash, issue, issued_at, last_seen_at, revoked_at, closed_at,
      created_at, method, touched_at, locked_at, is_bare, changes
    from sign_in s join account a on a.clinic_id = s.clinic_id and a.id = s.account_id
    where s.clinic_id = c and s.id = asked;
end $$;
revoke execute on function sign_in_now(uuid, uuid) from public;
grant execute on function sign_in_now(uuid, uuid) to app_user;
