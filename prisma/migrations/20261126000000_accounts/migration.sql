-- Accounts: passwords to be changed at the next sign-in, people who are kept out, what is known of a login, links sent by
-- mail, and what administrators did.
ALTER TABLE "users" ADD COLUMN "must_change_password" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "users" ADD COLUMN "deactivated_at" TIMESTAMPTZ(3);
ALTER TABLE "users" ADD COLUMN "locale" TEXT;

ALTER TABLE "sessions" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'password';
ALTER TABLE "sessions" ADD COLUMN "user_agent" TEXT;
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" TIMESTAMPTZ(3);

CREATE TABLE "account_tokens" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "email" TEXT,
    "name" TEXT,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "account_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "account_tokens_token_hash_key" ON "account_tokens"("token_hash");
CREATE INDEX "account_tokens_user_id_idx" ON "account_tokens"("user_id");
CREATE INDEX "account_tokens_expires_at_idx" ON "account_tokens"("expires_at");

CREATE TABLE "admin_entries" (
    "id" UUID NOT NULL,
    "by_id" UUID,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "admin_entries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "admin_entries_at_idx" ON "admin_entries"("at");
CREATE INDEX "admin_entries_user_id_at_idx" ON "admin_entries"("user_id", "at");
