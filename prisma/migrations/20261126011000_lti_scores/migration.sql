-- Scores on their way to learning management systems, and who came to which of their courses.

-- What the token endpoint wants to be called; null: by its address.
ALTER TABLE "lti_platforms" ADD COLUMN "token_audience" TEXT;

ALTER TABLE "lti_links"
    ADD COLUMN "context_id" TEXT,
    ADD COLUMN "line_item_url" TEXT,
    ADD COLUMN "line_items_url" TEXT,
    ADD COLUMN "scopes" TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN "compared_at" TIMESTAMPTZ(3),
    ADD COLUMN "compare_error" TEXT;
CREATE INDEX "lti_links_exam_id_idx" ON "lti_links"("exam_id");

CREATE TABLE "lti_members" (
    "platform_id" UUID NOT NULL,
    "context_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "launched_at" TIMESTAMPTZ(3),
    "listed_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_members_pkey" PRIMARY KEY ("platform_id", "context_id", "subject"),
    CONSTRAINT "lti_members_platform_id_context_id_fkey" FOREIGN KEY ("platform_id", "context_id") REFERENCES "lti_contexts"("platform_id", "context_id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "lti_scores" (
    "link_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'due',
    "resend" BOOLEAN NOT NULL DEFAULT false,
    "overwrite" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "busy_until" TIMESTAMPTZ(3),
    "problem" TEXT,
    "pending" JSONB,
    "last_stamp" TIMESTAMPTZ(3),
    "delivered" JSONB,
    "delivered_at" TIMESTAMPTZ(3),
    "sent" JSONB NOT NULL DEFAULT '[]',
    "theirs" JSONB,
    "read_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_scores_pkey" PRIMARY KEY ("link_id", "subject"),
    CONSTRAINT "lti_scores_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "lti_links"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_scores_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_scores_user_id_idx" ON "lti_scores"("user_id");
CREATE INDEX "lti_scores_state_idx" ON "lti_scores"("state");
