-- An order is of an administration. What every order says stays in its own columns; what only a pump needs may be missing where there is
-- none, and `said` then holds what the administration's own form asked for. Orders of before are of an infusion, as they read.
alter table infusion_order
  add column administration text not null default 'infusion',
  add column said jsonb,
  alter column weight_kg drop not null,
  alter column weight_at drop not null,
  alter column dose_mg drop not null,
  alter column rate_mg_per_hour drop not null,
  alter column vial_mg_per_ml drop not null,
  alter column draw_up_ml drop not null,
  alter column infusate_mg drop not null,
  alter column final_ml drop not null,
  alter column rate_ml_per_hour drop not null,
  alter column volume_ml drop not null,
  alter column dose drop not null,
  alter column model_id drop not null,
  alter column model_version drop not null,
  alter column inputs drop not null;
alter table infusion_order add constraint an_order_is_whole check (
  case when said is null
    then num_nulls(weight_kg, weight_at, dose_mg, rate_mg_per_hour, vial_mg_per_ml, draw_up_ml, infusate_mg, final_ml, rate_ml_per_hour,
      volume_ml, dose, model_id, model_version, inputs) = 0
    else administration <> 'infusion'
      and num_nonnulls(weight_kg, weight_at, dose_mg, rate_mg_per_hour, vial_mg_per_ml, draw_up_ml, infusate_mg, final_ml, rate_ml_per_hour,
        volume_ml, cap_mg_per_hour, dose, model_id, model_version, inputs) = 0
  end);

-- A plan rests on a decision, a consent and a curve where its administration asks for them.
alter table plan
  add column administration text not null default 'infusion',
  alter column decision_id drop not null,
  alter column consent_id drop not null,
  alter column indication drop not null,
  alter column weight_kg drop not null,
  alter column weight_at drop not null,
  alter column dose drop not null,
  alter column model_id drop not null,
  alter column model_version drop not null,
  alter column inputs drop not null,
  alter column curve_hash drop not null,
  alter column seed drop not null;
alter table plan add constraint a_plan_is_whole check (
  administration <> 'infusion' or num_nulls(decision_id, consent_id, indication, weight_kg, weight_at, dose, model_id, model_version, inputs,
    curve_hash, seed) = 0);
