import i18nManager from '@adonisjs/i18n/services/main'
import { LOCALES } from '#config/instance'
import { plain } from '#models/mixins/paging'

/** Whether somebody typed the word that a page asks for, in whichever language they read it; case and accents do not count. */
export function isAgreement(typed: string) {
  return LOCALES.some((locale) => plain(i18nManager.locale(locale).t('control.everything.word')) === plain(typed))
}
