-- Launches in frames, registration by the platform itself, and choosing content in the platform's dialog.

-- Pages of the platform that may show ours in a frame, beside its issuer and its login: origins.
ALTER TABLE "lti_platforms" ADD COLUMN "frame_origins" TEXT[] NOT NULL DEFAULT '{}';

-- Where the platform keeps what ties a launch to the browser, if it does.
ALTER TABLE "lti_logins" ADD COLUMN "storage_target" TEXT;

CREATE TABLE "lti_hand_overs" (
    "code_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_hand_overs_pkey" PRIMARY KEY ("code_hash"),
    CONSTRAINT "lti_hand_overs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_hand_overs_created_at_idx" ON "lti_hand_overs"("created_at");

CREATE TABLE "lti_registrations" (
    "token_hash" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_registrations_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "lti_registrations_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "lti_deep_links" (
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_deep_links_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lti_deep_links_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platforms"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_deep_links_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_deep_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_deep_links_created_at_idx" ON "lti_deep_links"("created_at");
