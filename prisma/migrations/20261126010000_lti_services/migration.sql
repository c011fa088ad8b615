-- The keys with which this tool signs what it sends to learning management systems.
CREATE TABLE "lti_tool_keys" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active_from" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    CONSTRAINT "lti_tool_keys_pkey" PRIMARY KEY ("kid")
);
