import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const OFTEN =
  '(?:(?:dos|tres|cuatro|cinco|diez|varias|muchas|multiples|\\d+) veces|una y otra vez|repetidamente)';
const SUPPLIER =
  '(?:proveedor|compania|empresa|banco|herramienta|aplicacion|app|servicio|plataforma|operador|aseguradora|tienda)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = '(?!(?:no|nunca|jamas|sin) )\\w+';

export const SPANISH_INTENTS: IntentPatterns = {
  denied: endsWithin(
    'no|nunca|jamas|sin|ni|nada|tampoco|ningun|ninguna|ustedes|me han|nos han|en vez de',
    3,
    'y|pero|o|porque|sino|que',
  ),
  done: endsWithin(
    'resuelto|resolvieron|respondieron|contestaron|ayudaron|llego|llegaron|solucionaron|arreglaron',
    3,
    'y|pero',
  ),
  clear: {
    churn: anyPlace([
      '(?:cancel|cerr|anul)(?:ar|o|are|amos|aremos|ando) (?:mi|nuestra|nuestro|la|el) (?:suscripcion|cuenta|contrato|membresia|plan|licencia|poliza)',
      `(?:cambi|pas|mud)(?:ar|arme|arnos|are|o|aremos|amos|ando)(?:me|nos)? (?:de|a) (?:otra |otro |un nuevo |una nueva )?(?:${SUPPLIER}|competencia|la competencia)`,
      '(?:ir|irme|irnos|me voy|nos vamos|pasar|pasarme|pasarnos) (?:a|con) la competencia',
      '(?:busc|evalu|mir|explor)(?:ando|amos|o|ar) (?:\\w+ )?(?:otras )?alternativas?(?! de (?:color|pago|transporte))|(?:buscando|buscamos|busco) otr[oa] (?:proveedor|herramienta|compania|servicio)',
      'no (?:voy a |vamos a |pienso )?renov(?:ar|are|aremos|amos)|darme de baja|darnos de baja|me doy de baja',
    ]),
    effort: anyPlace([
      `(?:tuve|tuvimos|tengo|tenemos|he tenido|hay) que (?:\\w+ )?(?:llamar|escribir|explicar|repetir|intentar|preguntar|ir|enviar|contactar|reclamar)(?: ${WORD}){0,4} ${OFTEN}`,
      `(?:llame|llamado|escribi|escrito|intente|intentado|reclame|reclamado|pregunte|contacte|explique)(?: ${WORD}){0,3} ${OFTEN}`,
      '(?:horas|dias|semanas) (?:esperando|en espera|al telefono|intentando|para (?:conseguir|lograr|hablar))',
      '(?:me|nos) (?:pasan|pasaron|mandan|mandaron|enviaron) de un(?:o|a)? (?:\\w+ )?a otr[oa]',
      'demasiados (?:pasos|clics|formularios|tramites)|demasiado (?:complicado|engorroso|papeleo)',
    ]),
    urgency: anyPlace([
      'asap|urgentes?|urgentemente|urge|con urgencia|lo antes posible|cuanto antes',
      `(?:produccion|sistema|servidor|sitio|pagina|tienda)(?: ${WORD})? (?:esta |se ha |se )(?:\\w+ )?(?:caid[oa]|parad[oa]|bloquead[oa]|cayo)`,
      `(?:estamos|estoy|esta)(?: ${WORD}){0,2} bloquead[oa]s?`,
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:voy a|vamos a|quiero|queremos|pienso|pensamos|pensando en|considerando)(?: ${WORD}){0,2} (?:cancelar|desinstalar|irme|irnos|dejarlo|dejarlos|cambiarme)(?!(?: ${WORD}){0,2} (?:pedido|cita|reserva|reunion|orden|vuelo|tarjeta))`,
      'nunca mas (?:vuelvo|volvere|compro|comprare|volveremos)|(?:es la )?ultima vez que (?:compro|compramos|pido|vengo|uso)|no (?:vuelvo|volvere|volveremos) (?:nunca|jamas|a (?:comprar|pedir|contratar|usar|venir|confiar))',
    ]),
    effort: anyPlace([
      '(?:muy|tan|demasiado|extremadamente) (?:complicado|engorroso|tedioso|dificil|laborioso) (?:de|para|que)?|engorros[oa]|tedios[oa]|imposible (?:contactar|hablar|comunicarse|encontrar)',
      `(?:sigo|seguimos|llevo|llevamos)(?: ${WORD}){0,4} (?:esperando|sin respuesta)`,
    ]),
    urgency: anyPlace([
      `(?:necesito|necesitamos|por favor|favor|deben|arreglen|respondan|solucionen)(?: ${WORD}){0,6} (?:inmediatamente|ya mismo|ahora mismo|hoy mismo|antes de manana|de inmediato)`,
      'es (?:\\w+ )?una emergencia|(?:error|problema|fallo) critico|(?:alta|maxima) prioridad|perdiendo (?:\\w+ )?(?:dinero|clientes|ventas)',
    ]),
  },
};
