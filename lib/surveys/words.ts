import { moreWords } from '@/lib/surveys/more-words';

/** The few words of our own around a survey, in its language. */
export interface SurveyWords {
  next: string;
  send: string;
  back: string;
  skip: string;
  close: string;
  later: string;
  never: string;
  /** Somebody has said so on a page of theirs. */
  notAgain: string;
  feedback: string;
  required: string;
  /** A ranking with two entries at one place, or a place left out. */
  places: string;
  offline: string;
  optional: string;
  /** Its first day is yet to come. */
  notBegun: string;
  closed: string;
  goOn: string;
  /** The link to what is done with people's data. */
  privacy: string;
  /** "3 of 10", for screen readers and progress. */
  of: string;
}

const english: SurveyWords = {
  next: 'Next',
  send: 'Send',
  back: 'Back',
  skip: 'Skip',
  close: 'Close',
  later: 'Not now',
  never: 'Don’t ask again',
  notAgain: 'You will not be asked again.',
  feedback: 'Feedback',
  required: 'Please answer this question to go on.',
  places: 'Give each place to another entry, from the first place on.',
  offline: 'No connection. Please try again.',
  optional: 'optional',
  notBegun: 'This survey has not begun yet. Please come back later.',
  closed: 'This survey takes no more answers. Thank you for your interest.',
  goOn: 'Continue',
  privacy: 'Privacy',
  of: 'of',
};

const byLanguage: Record<string, SurveyWords> = {
  ...moreWords,
  en: english,
  de: {
    next: 'Weiter',
    send: 'Senden',
    back: 'Zurück',
    skip: 'Überspringen',
    close: 'Schließen',
    later: 'Nicht jetzt',
    never: 'Nicht mehr fragen',
    notAgain: 'Sie werden nicht mehr gefragt.',
    feedback: 'Feedback',
    required: 'Bitte beantworten Sie diese Frage, um fortzufahren.',
    places: 'Bitte geben Sie jeden Platz einem anderen Eintrag, vom ersten Platz an.',
    offline: 'Keine Verbindung. Bitte versuchen Sie es erneut.',
    optional: 'freiwillig',
    notBegun: 'Diese Umfrage hat noch nicht begonnen. Bitte kommen Sie später wieder.',
    closed: 'Diese Umfrage ist beendet. Danke für Ihr Interesse.',
    goOn: 'Weiter',
    privacy: 'Datenschutz',
    of: 'von',
  },
  fr: {
    next: 'Suivant',
    send: 'Envoyer',
    back: 'Retour',
    skip: 'Passer',
    close: 'Fermer',
    later: 'Plus tard',
    never: 'Ne plus demander',
    notAgain: 'On ne vous demandera plus rien.',
    feedback: 'Votre avis',
    required: 'Veuillez répondre à cette question pour continuer.',
    places: 'Attribuez chaque place à un élément différent, à partir de la première.',
    offline: 'Pas de connexion. Veuillez réessayer.',
    optional: 'facultatif',
    notBegun: 'Cette enquête n’a pas encore commencé. Merci de revenir plus tard.',
    closed: 'Cette enquête est terminée. Merci de votre intérêt.',
    goOn: 'Continuer',
    privacy: 'Confidentialité',
    of: 'sur',
  },
  es: {
    next: 'Siguiente',
    send: 'Enviar',
    back: 'Atrás',
    skip: 'Omitir',
    close: 'Cerrar',
    later: 'Ahora no',
    never: 'No volver a preguntar',
    notAgain: 'No le volveremos a preguntar.',
    feedback: 'Opinión',
    required: 'Responda a esta pregunta para continuar.',
    places: 'Dé cada puesto a un elemento distinto, empezando por el primero.',
    offline: 'Sin conexión. Inténtelo de nuevo.',
    optional: 'opcional',
    notBegun: 'Esta encuesta aún no ha comenzado. Vuelva más tarde, por favor.',
    closed: 'Esta encuesta está cerrada. Gracias por su interés.',
    goOn: 'Continuar',
    privacy: 'Privacidad',
    of: 'de',
  },
  ar: {
    next: 'التالي',
    send: 'إرسال',
    back: 'رجوع',
    skip: 'تخطي',
    close: 'إغلاق',
    later: 'ليس الآن',
    never: 'لا تسألني مجددًا',
    notAgain: 'لن نسألك مجددًا.',
    feedback: 'رأيك',
    required: 'يرجى الإجابة عن هذا السؤال للمتابعة.',
    places: 'امنح كل مرتبة عنصرًا مختلفًا، بدءًا من المرتبة الأولى.',
    offline: 'لا يوجد اتصال. يرجى المحاولة مرة أخرى.',
    optional: 'اختياري',
    notBegun: 'لم يبدأ هذا الاستبيان بعد. يرجى العودة لاحقًا.',
    closed: 'انتهى هذا الاستبيان. شكرًا لاهتمامك.',
    goOn: 'متابعة',
    privacy: 'الخصوصية',
    of: 'من',
  },
  he: {
    next: 'הבא',
    send: 'שליחה',
    back: 'חזרה',
    skip: 'דילוג',
    close: 'סגירה',
    later: 'לא עכשיו',
    never: 'לא לשאול שוב',
    notAgain: 'לא נשאל אותך שוב.',
    feedback: 'משוב',
    required: 'יש לענות על שאלה זו כדי להמשיך.',
    places: 'יש לתת כל מקום לפריט אחר, החל מהמקום הראשון.',
    offline: 'אין חיבור. נא לנסות שוב.',
    optional: 'רשות',
    notBegun: 'הסקר עדיין לא התחיל. נא לחזור מאוחר יותר.',
    closed: 'הסקר הסתיים. תודה על ההתעניינות.',
    goOn: 'המשך',
    privacy: 'פרטיות',
    of: 'מתוך',
  },
};

/** The words in a language, or in English where we have none. */
export function wordsFor(language: string): SurveyWords {
  return byLanguage[language.slice(0, 2).toLowerCase()] ?? english;
}

/** The language that `wordsFor` has them in. */
export function languageOfWords(language: string): string {
  return Object.hasOwn(byLanguage, language.slice(0, 2).toLowerCase()) ? language : 'en';
}
