-- The chain per instansi: one head read and one head update per statement (architecture, decision 16).
-- BEFORE STATEMENT takes the head, BEFORE ROW links each row to the one before, AFTER STATEMENT puts the head back.
-- A row trigger that read the head itself would be quadratic: 40,000 rows took 19.5 s.

CREATE FUNCTION ledger_take_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  tenant uuid := nullif(current_setting('kinerja.instansi', true), '')::uuid;
  head record;
BEGIN
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'the ledger is written inside one instansi only';
  END IF;
  SELECT seq, hash INTO head FROM ledger_head WHERE instansi_id = tenant FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO ledger_head (instansi_id, seq, hash) VALUES (tenant, 0, '\x'::bytea) ON CONFLICT DO NOTHING;
    SELECT seq, hash INTO head FROM ledger_head WHERE instansi_id = tenant FOR UPDATE;
  END IF;
  PERFORM set_config('kinerja.chain', head.seq || ':' || encode(head.hash, 'hex'), true);
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_digest(previous text, e ledger_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  -- Canonical text: epoch microseconds, never timestamptz::text, which depends on the session's time zone.
  SELECT sha256(convert_to(concat_ws('|', previous, e.seq, e.id, e.instansi_id,
    (extract(epoch FROM e.at) * 1000000)::bigint, e.verb, e.subject_type, e.subject_id,
    coalesce(e.by_id::text, '-'), coalesce(e.also::text, '-'), e.rule_version, e.rows,
    encode(e.content_hash, 'hex')), 'UTF8'))
$$;

CREATE FUNCTION ledger_link_row() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
DECLARE
  state text := current_setting('kinerja.chain', true);
BEGIN
  NEW.seq := split_part(state, ':', 1)::bigint + 1;
  NEW.hash := ledger_digest(split_part(state, ':', 2), NEW);
  PERFORM set_config('kinerja.chain', NEW.seq || ':' || encode(NEW.hash, 'hex'), true);
  RETURN NEW;
END $$;

CREATE FUNCTION ledger_put_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  state text := current_setting('kinerja.chain', true);
BEGIN
  UPDATE ledger_head SET seq = split_part(state, ':', 1)::bigint, hash = decode(split_part(state, ':', 2), 'hex')
   WHERE instansi_id = nullif(current_setting('kinerja.instansi', true), '')::uuid
     AND seq < split_part(state, ':', 1)::bigint;
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Retention may take the salt away, so that what was erased cannot be guessed from its hash; nothing else changes.
  IF TG_OP = 'UPDATE' AND NEW.salt IS NULL
     AND (to_jsonb(NEW) - 'salt') = (to_jsonb(OLD) - 'salt') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the ledger is append-only: % refused', TG_OP;
END $$;

CREATE TRIGGER ledger_a_take BEFORE INSERT ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_take_head();
CREATE TRIGGER ledger_b_link BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_link_row();
CREATE TRIGGER ledger_c_put AFTER INSERT ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_put_head();
CREATE TRIGGER ledger_refuse_change BEFORE UPDATE OR DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_refuse_truncate BEFORE TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
