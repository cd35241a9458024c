-- Articles are held against the trail as every other record is.
select proved(t) from unnest(array['article', 'article_version', 'article_event']::regclass[]) t;
select take_stock(c.id, t) from clinic c, unnest(array['article', 'article_version', 'article_event']::regclass[]) t order by c.id, t::text;
