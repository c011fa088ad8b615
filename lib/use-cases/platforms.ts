import type { Localized } from '@/lib/core/localized'
import type { StaffViewer } from './deps'

/** A learning management system through which people come in, as its administrator sees it. */
export interface PlatformRecord extends PlatformInput {
  readonly id: string
  readonly active: boolean
  /** Null approval: seen in a launch, and lets nobody in. */
  readonly deployments: readonly { readonly deploymentId: string; readonly approvedAt: Date | null }[]
}

export interface PlatformInput {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly authUrl: string
  readonly tokenUrl: string
  /** What our assertions name as their audience there; null for the token URL. */
  readonly tokenAudience: string | null
  readonly jwksUrl: string
  /** Origins of its pages that may show ours in a frame, beside those of its issuer and its login. */
  readonly frameOrigins: readonly string[]
}

export type PlatformChange = Omit<PlatformInput, 'issuer' | 'clientId'>

export interface LinkView {
  readonly id: string
  readonly title: string
  readonly examId: string | null
  readonly course: {
    readonly id: string
    readonly title: Localized
    readonly code: string
    readonly term: string
  }
  readonly exams: readonly { readonly id: string; readonly title: Localized }[]
}

/** `other-keys`: another platform of the same issuer has its keys at another address. */
export type AddedPlatform = 'done' | 'taken' | 'other-keys'

export interface PlatformStore {
  /** Null for whoever is no administrator. */
  list(viewer: StaffViewer): Promise<readonly PlatformRecord[] | null>
  add(input: {
    readonly viewer: StaffViewer
    readonly platform: PlatformInput
    readonly deploymentId: string | null
    readonly now: Date
  }): Promise<AddedPlatform | 'not-allowed'>
  /** Mends what was entered. Issuer and client stay: people are known by them. */
  change(input: {
    readonly viewer: StaffViewer
    readonly platformId: string
    readonly platform: PlatformChange
  }): Promise<boolean>
  approve(input: {
    readonly viewer: StaffViewer
    readonly platformId: string
    readonly deploymentId: string
    readonly now: Date
  }): Promise<boolean>
  /** One that is not active lets nobody in; those who are in stay until their logins end. */
  setActive(input: {
    readonly viewer: StaffViewer
    readonly platformId: string
    readonly active: boolean
  }): Promise<boolean>
  /** A link of the LMS and the exams that it may open; null where the viewer may not change the course. */
  findLink(input: { readonly linkId: string; readonly viewer: StaffViewer }): Promise<LinkView | null>
  setLink(input: {
    readonly linkId: string
    readonly examId: string
    readonly viewer: StaffViewer
    readonly now: Date
  }): Promise<boolean>
}
