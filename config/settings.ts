/*
 * What an installation may change on the page of settings: kind, default and bounds of each. What it is called and what it
 * is for are sentences, `monitoring.settings.of.<group>.<name>`.
 */
import { COUNTRIES, CURRENCIES, LOCALES, instance } from '#config/instance'
import { fairConfig } from '#config/fair'
import { limits } from '#config/limits'
import { retention } from '#config/retention'
import { type Kind, type Range, choice, email, hour, hours, integer, selection, text } from '#services/settings/kinds'

const ZONES = [...new Set(['Europe/Paris', ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

const weekday: Range[] = [
  ['09:00', '12:00'],
  ['14:00', '17:00'],
]

const days = (fallback: number, min: number, max = 3650) => integer(fallback, { min, max }, 'days')

/** The groups, in the order of the page. */
export const settingGroups = {
  instance: {
    name: text(instance.name, { min: 1, max: 60 }),
    email: email(instance.email),
    zone: choice(instance.zone, ZONES, 'zone'),
    country: choice(instance.country, COUNTRIES, 'region'),
    currency: choice(instance.currency, CURRENCIES, 'currency'),
    locales: selection(instance.locales, LOCALES, 'languages'),
  },
  hours: {
    monday: hours(weekday),
    tuesday: hours(weekday),
    wednesday: hours(weekday),
    thursday: hours(weekday),
    friday: hours(weekday),
    saturday: hours([]),
    sunday: hours([]),
  },
  quiet: {
    quietFrom: hour(22),
    quietTo: hour(8),
  },
  fair: {
    undoSeconds: integer(fairConfig.undoSeconds, { min: 5, max: 120 }, 'seconds'),
    linkGraceHours: integer(fairConfig.linkGraceHours, { min: 1, max: 168 }, 'hours'),
    newsGraceHours: integer(fairConfig.newsGraceHours, { min: 1, max: 24 }, 'hours'),
    defaultSlots: integer(fairConfig.defaultSlots, { min: 1, max: fairConfig.maxSlots }, 'times'),
    longMinutes: integer(fairConfig.longMinutes, { min: 5, max: 240 }, 'minutes'),
    idleMinutes: integer(fairConfig.idleMinutes, { min: 1, max: 60 }, 'minutes'),
  },
  limits: {
    signInTries: integer(limits.signInTries, { min: 3, max: 100 }, 'times'),
    addressTries: integer(limits.addressTries, { min: 20, max: 100_000 }, 'times'),
    registrations: integer(limits.registrations, { min: 10, max: 100_000 }, 'times'),
    linkTries: integer(limits.linkTries, { min: 10, max: 10_000 }, 'times'),
    joins: integer(limits.joins, { min: 10, max: 1000 }, 'times'),
  },
  retention: {
    connectionLogs: days(retention.connectionLogs, 30, 1095),
    posteIdentity: days(retention.posteIdentity, 30),
    posteSessions: days(retention.posteSessions, 30),
    candidateFiles: days(retention.candidateFiles, 60),
    fairPeople: days(retention.fairPeople, 30, 1095),
    videoAnswers: days(retention.videoAnswers, 7, 730),
    notifications: days(retention.notifications, 7, 730),
    refusedApplications: days(retention.refusedApplications, 30, 730),
    deliveries: days(retention.deliveries, 7, 365),
    audit: days(retention.audit, 365),
  },
} satisfies Record<string, Record<string, Kind<unknown>>>

export type SettingGroup = keyof typeof settingGroups

type Groups = typeof settingGroups
type Values<G> = { readonly [Name in keyof G]: G[Name] extends Kind<infer Value> ? Value : never }

/** Every setting with its value of now. */
export type Settings = Values<Groups['instance']> &
  Values<Groups['quiet']> & {
    readonly openingHours: Values<Groups['hours']>
    readonly fair: Values<Groups['fair']>
    readonly limits: Values<Groups['limits']>
    readonly retention: Values<Groups['retention']>
  }
