-- The question that was asked back before an unlikely answer was kept, where there was one.
alter table answer add column asked_back text;
alter table person_change add column asked_back text;
