-- One name a quantity, from the order to the drug book: what is in the syringe, and the volume to be infused. The table's own checks
-- follow their columns; rows stay as they are.
alter table infusion_order rename column draw_up_ml to syringe_ml;
alter table infusion_order rename column volume_ml to vtbi_ml;
