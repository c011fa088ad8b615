'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'

export const PrintButton = ({ label }: { label: string }) => (
  <Button onClick={() => window.print()}>
    <Printer aria-hidden className="size-4" />
    {label}
  </Button>
)
