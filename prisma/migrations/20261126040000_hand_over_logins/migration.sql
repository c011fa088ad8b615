-- A code that opens a window ends with the login that asked for it. Codes live for a minute: those of before end now.
DELETE FROM "lti_hand_overs";
ALTER TABLE "lti_hand_overs" ADD COLUMN "session_id" UUID NOT NULL,
    ADD CONSTRAINT "lti_hand_overs_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "lti_hand_overs_session_id_idx" ON "lti_hand_overs"("session_id");
