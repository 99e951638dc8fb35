-- Organisation first (SE MenPANRB 3/2023): no employee's predikat is fixed before the predikat of the unit.
CREATE FUNCTION assessment_unit_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment_unitpredicate u
                  WHERE u.instansi_id = NEW.instansi_id AND u.review_id = NEW.review_id
                    AND u.unit_id = NEW.unit_id AND u.is_current) THEN
    RAISE EXCEPTION 'assessment %: the predikat of unit % is not set in review %', NEW.id, NEW.unit_id, NEW.review_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_unit_first';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER assessment_unit_first AFTER INSERT OR UPDATE OF state, unit_id, review_id
  ON assessment_assessment FOR EACH ROW WHEN (NEW.state = 'DITETAPKAN')
  EXECUTE FUNCTION assessment_unit_first();

-- A decision is never overwritten: once signed, only the day of receipt and the step to "replaced" may be written.
CREATE FUNCTION assessment_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.state = 'DRAF'
     OR (OLD.received_at IS NOT NULL AND NEW.received_at IS DISTINCT FROM OLD.received_at)
     OR (to_jsonb(NEW) - 'state' - 'received_at') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'received_at') THEN
    RAISE EXCEPTION 'assessment %: a signed decision is replaced by a new row, never changed', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_signed_stays';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER assessment_signed_stays BEFORE UPDATE OR DELETE
  ON assessment_assessment FOR EACH ROW WHEN (OLD.state <> 'DRAF')
  EXECUTE FUNCTION assessment_signed_stays();

-- The same for a unit's predikat: it may only cease to be the current one.
CREATE FUNCTION assessment_unit_predicate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT OLD.is_current
     OR (to_jsonb(NEW) - 'is_current') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current') THEN
    RAISE EXCEPTION 'unit predicate %: replaced by a new row, never changed', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_unit_predicate_stays';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER assessment_unit_predicate_stays BEFORE UPDATE OR DELETE
  ON assessment_unitpredicate FOR EACH ROW EXECUTE FUNCTION assessment_unit_predicate_stays();
