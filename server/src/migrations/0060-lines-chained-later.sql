-- A line waits here, committed with its deed or its look, until the sealer gives it its number and its hash. No key to the clinic: the
-- chain it goes into has one, and a second would be asked for at every write.
create table audit_pending (
  clinic_id uuid not null,
  -- The one sequence of the schema: who writes after another has committed has the greater one. It is never shown and may have gaps.
  n bigint generated always as identity,
  -- Canonical text of the line with a hole for its number: pre || seq || post.
  pre text not null,
  post text not null,
  -- Whether open pages are told of it: a write is, a look and a refusal are not.
  is_news boolean not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (clinic_id, n)
);
select clinic_owned('audit_pending');
revoke select, update on audit_pending from app_user;
create trigger line_stays_as_written before update on audit_pending for each row execute function refuse_change();
create trigger table_stays before truncate on audit_pending for each statement execute function refuse_change();
-- The owner is bound by row level security too, and the sealer works for every clinic. Whoever owns the table, not by name: a copy may
-- be restored to another owner.
create function owns_what_waits() returns boolean language sql stable
  return (select pg_has_role(current_user, relowner, 'usage') from pg_class where oid = 'public.audit_pending'::regclass);
create policy sealer_sees on audit_pending for select using ((select owns_what_waits()));
create policy sealer_removes on audit_pending for delete using ((select owns_what_waits()));
-- Rows come and go at the rate of all writing.
alter table audit_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Numbers, hashes and the head are the sealer's alone.
revoke insert on audit_line from app_user;
revoke update on audit_head from app_user;

-- Chains up to at_most of one clinic's lines, oldest first; gives how many.
create function seal_clinic(c uuid, at_most int) returns int language plpgsql as $$
declare
  line record;
  last_seq bigint;
  last_hash text;
  news bigint;
  ns bigint[] := '{}';
  seqs bigint[] := '{}';
  entries text[] := '{}';
  hashes text[] := '{}';
begin
  -- Row level security, for this transaction.
  perform set_config('app.clinic_id', c::text, true);
  select h.seq, h.hash into strict last_seq, last_hash from audit_head h where h.clinic_id = c for update;
  for line in select p.n, p.pre, p.post, p.is_news from audit_pending p where p.clinic_id = c order by p.n limit at_most loop
    last_seq := last_seq + 1;
    line.pre := line.pre || last_seq || line.post;
    last_hash := encode(sha256(convert_to(last_hash || E'\n' || line.pre, 'UTF8')), 'hex');
    ns := ns || line.n;
    seqs := seqs || last_seq;
    entries := entries || line.pre;
    hashes := hashes || last_hash;
    if line.is_news then news := last_seq; end if;
  end loop;
  if seqs = '{}' then return 0; end if;
  insert into audit_line (clinic_id, seq, entry, hash) select c, * from unnest(seqs, entries, hashes);
  delete from audit_pending p where p.clinic_id = c and p.n = any (ns);
  update audit_head h set seq = last_seq, hash = last_hash where h.clinic_id = c;
  -- One for the whole batch: a commit that notifies holds a lock of the whole database over its flush.
  if news is not null then perform pg_notify('dripline_news', c || ' ' || news); end if;
  return cardinality(seqs);
end $$;

-- One call, so that a server that freezes in it holds nothing; one at a time in all servers. Who may wait gets every line that was
-- committed before; who may not goes away when another is at it. A clinic whose lines cannot be chained says why and stops no other.
create function seal_audit(at_most int, may_wait boolean) returns table (clinic uuid, lines int, fault text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken int := 0;
begin
  if may_wait then perform pg_advisory_xact_lock(7102512);
  elsif not pg_try_advisory_xact_lock(7102512) then return;
  end if;
  for clinic in select p.clinic_id from audit_pending p group by p.clinic_id order by min(p.n) loop
    exit when taken >= at_most;
    begin
      lines := seal_clinic(clinic, at_most - taken);
      fault := null;
    exception when others then
      lines := 0;
      fault := sqlerrm;
    end;
    taken := taken + lines;
    return next;
  end loop;
end $$;
revoke execute on function seal_clinic(uuid, int), seal_audit(int, boolean) from public;
grant execute on function seal_audit(int, boolean) to app_user;
