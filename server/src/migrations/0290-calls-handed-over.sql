-- Who speaks with a caller: whoever began the call, until a colleague takes it. An offer moves nothing and can be kept back; whoever takes a
-- call is asked for their license at that moment.
create table call_hand_over (
  clinic_id uuid not null,
  call_id uuid not null,
  place integer not null check (place > 0),
  kind text not null check (kind in ('offered', 'kept', 'taken')),
  from_id uuid not null,
  to_id uuid not null,
  -- What the colleague should know; of an offer only.
  note text,
  done_at timestamptz not null,
  primary key (clinic_id, call_id, place),
  foreign key (clinic_id, call_id) references call,
  foreign key (clinic_id, from_id) references staff,
  foreign key (clinic_id, to_id) references staff,
  check (from_id <> to_id),
  check (kind = 'offered' or note is null)
);
select clinic_owned('call_hand_over');
select append_only('call_hand_over');
select proved('call_hand_over');
select take_stock(c.id, 'call_hand_over') from clinic c order by c.id;
