'use client'

import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'

export function SignOutButton({ label, hint }: { label: string; hint: string }) {
  return (
    <button
      type="button"
      title={hint}
      onClick={() => void signOut({ redirect: false }).then(() => window.location.assign('/sign-in'))}
      className="inline-flex min-h-11 items-center gap-2 rounded-lg px-2 text-muted text-sm hover:bg-raised sm:px-3"
    >
      <LogOut aria-hidden className="size-5" />
      <span className="max-sm:sr-only">{label}</span>
    </button>
  )
}
