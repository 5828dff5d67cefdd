/** What `deploy.update_config` or `deploy.rollback_config` says; an absent key leaves the stack file's word. */
export type Rolling = {
  /** Tasks that change at a time; 0: all of them. */
  parallelism?: number
  delayMs?: number
  order?: 'start-first' | 'stop-first'
  monitorMs?: number
  /** `rollback` is for updates only. */
  failureAction?: 'pause' | 'continue' | 'rollback'
  /** 0 to 1: the part of the tasks that may fail. */
  maxFailureRatio?: number
}

export type ServiceSettings = { update: Rolling; rollback: Rolling }

/** Settings for all services, and for single ones, whose word counts more. Names are those of the stack file. */
export type UpdateSettings = { all: ServiceSettings; byService: Readonly<Record<string, ServiceSettings>> }

/** Something about a service's settings that the user should know; `hasEffect`: false when they did nothing. */
export type SettingsNote = { service: string; hasEffect: boolean; text: string }
