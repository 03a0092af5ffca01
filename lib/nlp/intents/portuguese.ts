import { anyPlace, endsWithin, type IntentPatterns } from './intent';

const OFTEN =
  '(?:(?:duas|tres|quatro|cinco|dez|varias|muitas|diversas|\\d+) vezes|repetidamente|vezes sem conta)';
const SUPPLIER =
  '(?:fornecedor|operadora|empresa|banco|ferramenta|aplicativo|app|servico|plataforma|seguradora|loja)';
/** Between the words of a pattern; a negation there denies it. */
const WORD = '(?!(?:nao|nunca|jamais|sem) )\\w+';

export const PORTUGUESE_INTENTS: IntentPatterns = {
  denied: endsWithin(
    'nao|nunca|jamais|sem|nem|nenhum|nenhuma|nada|voces|eles|em vez de',
    3,
    'mas|ou|porque|que',
  ),
  done: endsWithin('resolveram|resolvido|responderam|ajudaram|chegou|chegaram|atenderam', 3, 'mas'),
  clear: {
    churn: anyPlace([
      '(?:cancel|encerr|fech)(?:ar|o|arei|amos|aremos|ando) (?:a |o )?(?:minha |nossa |meu |nosso )?(?:assinatura|conta|contrato|plano|licenca|subscricao|apolice)',
      `(?:mud|troc|migr|pass)(?:ar|o|arei|amos|aremos|ando) (?:de|para|pra) (?:a |um |uma |o )?(?:outra |outro |nova |novo )?(?:${SUPPLIER}|concorrencia|concorrente)`,
      `(?:ir|vou|vamos|irei|iremos|mud(?:ar|o|amos|ei)|migr(?:ar|o|amos|ei)|pass(?:ar|o|amos|ei)|troc(?:ar|o|amos|ei)|fui|fomos)(?: ${WORD}){0,4} (?:para|pra) (?:a |o |um )?(?:concorrencia|concorrente)`,
      '(?:procur|busc|avali|olh)(?:ando|o|amos|ar) (?:\\w+ )?(?:outras )?alternativas?|a procura de (?:alternativas|outro fornecedor)|(?:procurando|buscando) outr[oa] (?:fornecedor|ferramenta|empresa|servico)',
      'nao (?:vou |vamos |pretendo )?renov(?:ar|arei|aremos|o)',
    ]),
    effort: anyPlace([
      `(?:tive|tivemos|tenho|temos|precisei|precisamos)(?: (?:que|de))? (?:ligar|telefonar|escrever|explicar|repetir|tentar|pedir|enviar|contactar|contatar|reclamar)(?: ${WORD}){0,4} ${OFTEN}`,
      `(?:liguei|ligamos|escrevi|tentei|tentamos|reclamei|pedi|expliquei|contactei)(?: ${WORD}){0,3} ${OFTEN}`,
      '(?:horas|dias|semanas) (?:esperando|a espera|ao telefone|no telefone|tentando|para (?:conseguir|falar|resolver))',
      '(?:jogad[oa]|passad[oa]|empurrad[oa]) de um (?:\\w+ )?(?:para|pro) (?:o )?outro',
      'demasiados passos|muitos (?:cliques|formularios)|(?:demasiado|muita) burocracia|complicado demais',
    ]),
    urgency: anyPlace([
      'asap|urgentes?|urgentemente|com urgencia|o mais rapido possivel|quanto antes|o quanto antes',
      `(?:producao|sistema|servidor|site|loja|plataforma)(?: ${WORD})? (?:esta |caiu)(?:\\w+ )?(?:fora do ar|parad[oa]|bloquead[oa]|em baixo)?`,
      `(?:estamos|estou|esta)(?: ${WORD}){0,2} (?:bloquead[oa]s?|parad[oa]s)`,
    ]),
  },
  likely: {
    churn: anyPlace([
      `(?:vou|vamos|quero|queremos|penso|pensando em|pretendo)(?: ${WORD}){0,2} (?:cancelar|desinstalar|sair|trocar|abandonar)(?!(?: ${WORD}){0,2} (?:pedido|consulta|reserva|reuniao|compra|voo|cartao))`,
      'nunca mais (?:compro|volto|uso|peco|voltarei|comprarei)|(?:e a )?ultima vez que (?:compro|peco|uso|venho)',
    ]),
    effort: anyPlace([
      '(?:muito|tao|extremamente) (?:complicado|trabalhoso|dificil|demorado|burocratico)(?: (?:de|para))?|trabalhos[oa]|impossivel (?:contactar|contatar|falar|encontrar)',
      `(?:continuo|continuamos|ainda|estou ha)(?: ${WORD}){0,4} (?:esperando|a espera|sem resposta)|(?:estou|estamos) (?:a espera|esperando)(?: ${WORD}){0,3} ha (?:\\w+ )?(?:horas|dias|semanas|meses)`,
    ]),
    urgency: anyPlace([
      `(?:preciso|precisamos|por favor|favor|resolvam|respondam)(?: ${WORD}){0,6} (?:imediatamente|agora mesmo|hoje mesmo|ate amanha|de imediato)`,
      '(?:e|isto e|isso e) (?:\\w+ )?uma emergencia|(?:erro|problema) critico|(?:alta|maxima) prioridade|perdendo (?:\\w+ )?(?:dinheiro|clientes|vendas)',
    ]),
  },
};
