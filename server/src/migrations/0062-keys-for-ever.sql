-- A key is one author's, and for ever: of those that two had sent, the first keeps it.
delete from idempotency_key later using idempotency_key first
  where later.clinic_id = first.clinic_id and later.key = first.key
    and split_part(later.scope, ' ', 1) <> split_part(first.scope, ' ', 1)
    and (later.created_at, later.scope) > (first.created_at, first.scope);

-- Of two authors who send one key for one act at once the second waits for the first, and is refused.
create unique index idempotency_key_one_author on idempotency_key (clinic_id, key, substr(scope, position(' ' in scope) + 1));
revoke delete on idempotency_key from app_user;
