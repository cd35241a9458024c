-- The address of a link is made again from SECRET_KEY whenever a letter names it. After a change of that key both open the link: the
-- address in letters of before, whose hash stays, and the one that is made from now on, whose hash stands here.
alter table link add column resealed_hash text, add unique (clinic_id, resealed_hash);
