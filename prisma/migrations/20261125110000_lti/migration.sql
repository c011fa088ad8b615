-- Learning management systems through which people come in (LTI 1.3), and what of theirs belongs to what of ours.
CREATE TABLE "lti_platforms" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "auth_url" TEXT NOT NULL,
    "token_url" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lti_platforms_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "lti_platforms_issuer_client_id_key" ON "lti_platforms"("issuer", "client_id");

CREATE TABLE "lti_deployments" (
    "platform_id" UUID NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lti_deployments_pkey" PRIMARY KEY ("platform_id", "deployment_id"),
    CONSTRAINT "lti_deployments_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platforms"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "lti_logins" (
    "state_hash" TEXT NOT NULL,
    "nonce_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "platform_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_logins_pkey" PRIMARY KEY ("state_hash"),
    CONSTRAINT "lti_logins_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platforms"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_logins_created_at_idx" ON "lti_logins"("created_at");

CREATE TABLE "lti_contexts" (
    "platform_id" UUID NOT NULL,
    "context_id" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    CONSTRAINT "lti_contexts_pkey" PRIMARY KEY ("platform_id", "context_id"),
    CONSTRAINT "lti_contexts_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platforms"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_contexts_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_contexts_course_id_idx" ON "lti_contexts"("course_id");

CREATE TABLE "lti_links" (
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "resource_link_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "exam_id" UUID,
    CONSTRAINT "lti_links_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lti_links_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platforms"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_links_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "lti_links_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "lti_links_platform_id_resource_link_id_key" ON "lti_links"("platform_id", "resource_link_id");
CREATE INDEX "lti_links_course_id_idx" ON "lti_links"("course_id");
