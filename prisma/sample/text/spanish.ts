import type { ForeignText } from './foreign-text';

export const spanish: ForeignText = {
  complaints: {
    'login-sso': [
      'no {puedo|podemos} iniciar sesión con <idp> {desde ayer|desde esta mañana}',
      'me {cierra|expulsa de} la sesión {cada <n> minutos|varias veces al día}',
      'el acceso con SSO {falla cada dos por tres|se queda en un bucle}',
      'el código de verificación {no llega nunca|llega tarde}',
    ],
    'crm-sync': [
      'la sincronización con <crm> {pierde registros|ha perdido <nnn> contactos}',
      '{faltan|desaparecen} {contactos|oportunidades} de <crm> después de sincronizar, {y el registro dice que todo bien|sin ningún aviso}',
      'el conector de <crm> {sobrescribe|borra} {datos de clientes|campos ya corregidos}',
      'cada mañana {comparamos|tenemos que comparar} <crm> a mano porque la sincronización pierde {fichas|datos}',
    ],
    'slow-dashboards': [
      'los paneles {tardan <secs> segundos en cargar|van lentísimos}',
      'el panel principal {no carga|se queda pensando} {la mitad de las veces|cada lunes}',
      'lentitud {insoportable|tremenda} en los paneles',
    ],
    'billing-invoices': [
      'la factura {<invoice>|de <monthEs>} está mal, {nos cobran usuarios de más|falta el IVA}',
      'nos {han cobrado|cobraron} dos veces en <monthEs>',
      'los datos fiscales de la factura {siguen mal|no están actualizados}, {contabilidad la rechaza|ya lo pedí <n> veces}',
    ],
    'excel-export': [
      'la exportación a Excel {se corta|sale incompleta|da error}',
      'en el {Excel|CSV} exportado {las fechas salen mal|los acentos se ven raros}, {lo arreglo a mano cada semana|inservible}',
      'no hay manera de exportar {el mes completo|las horas} a Excel {sin errores|de una vez}',
    ],
    'mobile-crash': [
      'la app se cierra {sola|nada más abrirla} desde la actualización',
      '{tras actualizar|con la versión <version>} la aplicación {no abre|se cierra todo el rato} en mi <phone>',
      'la app móvil {falla al arrancar|se bloquea}, {no podemos fichar|imposible registrar horas en obra}',
      '{reinstalada|la reinstalé} dos veces y {sigue cerrándose|nada}, <phone>',
    ],
    onboarding: [
      'la formación inicial fue {demasiado rápida|muy genérica}',
      'tardaron <n> semanas en {darnos la primera sesión|hacer la puesta en marcha}',
    ],
    'support-response': [
      'soporte tarda <days> días en {contestar|responder}',
      'cerraron mi ticket {<ticket> |}sin {resolverlo|solución}',
      'soporte {solo responde con plantillas|no contesta}',
    ],
    'price-increase': [
      'la subida de <pct> {es excesiva|no se justifica}',
      '{demasiado caro|se ha puesto muy caro} para {una pyme|lo que usamos}',
      'el precio por usuario {no para de subir|ha subido otra vez}',
    ],
    integrations: [
      'falta {una integración|un conector} con <tool>',
      'sin integración con <ledger> {lo metemos todo dos veces|perdemos tiempo}',
      '¿{podrían|pensáis} {añadir|sacar} integración con <tool>?',
    ],
    permissions: [
      'los {externos|autónomos} ven {nuestras tarifas|los márgenes}, los permisos son poco finos',
      'falta un rol de solo lectura para {clientes|dirección}',
      'hay que dar permisos de administrador {para aprobar horas|para todo}',
    ],
    notifications: [
      'demasiadas {notificaciones|alertas}, {<nn> correos al día|ya no las leo}',
      'no se pueden {silenciar|desactivar} las notificaciones por proyecto',
    ],
    'docs-api': [
      'la documentación de la API está {desactualizada|incompleta}',
      'los artículos de ayuda {muestran pantallas antiguas|no sirven}, {los ejemplos tampoco|}',
    ],
    'closing-account': [
      '{cancelamos|nos dimos de baja} en <monthEs> y {nos siguen cobrando|no llega el reembolso}',
      '{darse de baja|cerrar la cuenta} es {una odisea|imposible}, {nadie responde|te mandan de uno a otro}',
      'llevo <days> días esperando el reembolso {y nada|, la baja está confirmada}',
    ],
    'ease-of-use': [
      'demasiados clics para {apuntar una hora|algo tan simple}',
      'el menú nuevo es {confuso|un lío}',
    ],
    reporting: [
      'los informes son {poco flexibles|muy limitados}{|, no se puede comparar con el año anterior}',
      'los totales del informe {no cuadran|no coinciden con el proyecto}',
    ],
  },
  praise: {
    'ease-of-use': [
      '{muy|súper} {fácil|sencillo} de usar{|, incluso para principiantes}',
      'interfaz {clara|limpia|intuitiva}, {todo el equipo la entendió|da gusto}',
      '{facilísimo|sencillo y rápido}',
    ],
    reporting: [
      'los informes {de márgenes|por cliente} son {excelentes|muy útiles}',
      'por fin {vemos dónde se van las horas|tenemos los números claros}',
    ],
    onboarding: [
      '{excelente|muy buena} formación inicial, gracias a <person>',
      'la puesta en marcha fue {rápida y clara|perfecta}',
    ],
    'support-response': [
      'soporte {rápido|atento} y {amable|eficaz}',
      '<person> de soporte lo {resolvió|arregló} en {minutos|una hora}',
    ],
    'mobile-crash': ['la app móvil es {muy práctica|comodísima} {en obra|para los gastos}'],
    integrations: ['la integración con <tool> {funciona genial|es un acierto}'],
  },
  subjects: {
    problem: ['Problema {urgente|}', 'No funciona', 'Necesitamos ayuda', 'Error otra vez'],
    other: ['Consulta', 'Una pregunta', 'Sugerencia'],
  },
  greetings: ['Hola,', 'Buenos días,', 'Buenas,', 'Hola equipo,'],
  signOffs: ['Saludos', 'Un saludo', 'Gracias', 'Gracias de antemano'],
  but: [', pero ', ' pero ', ', eso sí, '],
  also: ['Además, ', 'Y ', 'También: '],
  negativeClosings: [
    'por favor {arréglenlo|solucionadlo}',
    '{muy decepcionado|una pena}',
    'estamos mirando {otras opciones|alternativas}',
    'así no se puede trabajar',
  ],
  positiveClosings: [
    '{gracias|enhorabuena} al equipo',
    'lo recomiendo',
    '{seguid así|sigan así}',
    'todo bien',
  ],
  vaguePraise: ['{muy|} buena herramienta', '{muy contentos|encantados}', '{todo bien|perfecto}', 'genial'],
  vagueComplaints: ['{decepcionado|no convence}', '{muchos fallos|cada vez peor}', 'regular'],
  nothing: ['nada', 'ninguno', 'ok', 'sin comentarios', 'n/a'],
  followUps: [
    '{sigue igual|nada ha cambiado}',
    '¿{hay novedades|se sabe algo}?',
    'adjunto {captura|pantallazo}',
    '{ya lo probamos|probado}, {no ayuda|sin éxito}',
    'nos corre prisa {por el cierre de mes|la verdad}',
  ],
  thanks: [
    '{gracias|muchas gracias}, {ya funciona|resuelto|ya está}',
    'perfecto, gracias {<person>|por la rapidez}',
    '{vale|de acuerdo}, {esperamos|lo pruebo mañana}',
  ],
  staff: [
    'Hola <first>, gracias por escribirnos. Lo reviso con el equipo técnico y le digo algo en breve. Un saludo, <agent>',
    'Hola <first>, lamento el inconveniente. ¿Me puede indicar cuándo ocurrió por última vez? Un saludo, <agent>',
    'Gracias por la información, la paso al equipo de desarrollo. <agent>',
  ],
  reviewTitles: {
    good: ['Muy buena', 'Recomendable', 'Útil', 'Encantado'],
    bad: ['Decepción', 'Mejorable', 'Mal', 'Una pena'],
  },
};
