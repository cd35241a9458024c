-- Records that were merged into one, consents and screenings of a person: looked for at every visit, and walked from end to end until now.
create index person_merged on person (clinic_id, merged_into) where merged_into is not null;
create index consent_person on consent (clinic_id, person_id, signed_at);
create index assessment_person on assessment (clinic_id, person_id);
create index screening_person_made on screening (clinic_id, person_id, made_at);
