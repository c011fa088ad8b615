-- A preview stands beside a student's own attempt: it takes neither its number (previews count down from -1) nor its place.
DROP INDEX "attempts_one_open";
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" ("exam_id", "user_id", "is_preview") WHERE "closed_at" IS NULL;
