-- The drug book stands to the left of visits: it names one by its id, as its lines do, and holds no key to it.
alter table discrepancy drop constraint discrepancy_clinic_id_session_id_fkey;
