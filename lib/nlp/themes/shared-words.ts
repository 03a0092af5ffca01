/**
 * What customers speak of in any language, so that one matter is one theme: an English word, then words for it in French,
 * German, Spanish, Italian and Portuguese, without accents. A word ends with `*` where more letters may follow; in German, where things are
 * joined into one word, that is often so. The sentence encoder reads English only, so words have to join languages.
 */
const ROWS = `
account|compte*|konto konten kundenkonto|cuenta cuentas|conto conti|conta contas
address|adresse*|adresse* anschrift*|direccion direcciones|indirizzo indirizzi|endereco enderecos
admin|administrateur*|admin* verwalter*|administrador*|amministrator*|administrador*
alert|alerte alertes|warnung* alarm*|alerta alertas|avviso avvisi|alerta alertas
answer|reponse reponses repond*|antwort* ruckmeldung*|respuesta respuestas responde*|risposta risposte rispond*|resposta respostas responde*
api|api|api*|api|api|api
app|appli applis application applications|app apps|aplicacion aplicaciones app|app applicazione applicazioni|aplicativo aplicativos app aplicacao
appointment|rendez rdv|termin termine terminen|cita citas|appuntamento appuntamenti|consulta marcacao
backup|sauvegarde*|backup* sicherung*|respaldo copia|backup|backup
balance|solde|kontostand guthaben*|saldo|saldo|saldo
bank|banque banques bancaire*|bank banken|banco bancos|banca banche|banco bancos
battery|batterie*|akku* batterie*|bateria|batteria|bateria
bill|facturation|abrechnung*|facturacion|fatturazione|faturacao faturamento
bug|bogue* bug bugs|fehler bug bugs|fallo fallos error errores bug|errore errori bug|erro erros bug
calendar|calendrier* agenda*|kalender*|calendario* agenda|calendario calendari|calendario* agenda
call|appel appels|anruf*|llamada llamadas|chiamata chiamate|chamada chamadas ligacao
camera|camera appareil|kamera*|camara|fotocamera|camera
card|carte cartes|karte karten kreditkarte*|tarjeta tarjetas|carta carte|cartao cartoes
cancel|resili* annul* resiliation*|kundig* storn*|cancel*|annull* disdetta disdire|cancel*
change|change changement changements modification*|anderung*|cambio cambios|cambio cambiamento modifica|mudanca mudancas alteracao
charge|preleve* prelevement* debite*|abgebucht abbuchung* belast*|cobro cobrado cobraron cargo cargos|addebit*|cobranca cobrado cobraram
chart|graphique*|diagramm*|grafico graficos|grafico grafici|grafico graficos
checkout|caisse caisses|kasse kassen|caja cajas|cassa casse|caixa caixas
client|client clients cliente clientes clientele|kunde kunden kundin|cliente clientes|cliente clienti|cliente clientes
code|code codes|code codes|codigo codigos|codice codici|codigo codigos
connector|connecteur* connecter|konnektor* anbindung* verbindung* schnittstelle*|conector* conexion*|connettor* connessione*|conector* conexao conexoes ligacao
contact|contact contacts|kontakt kontakte kontakten|contacto contactos|contatto contatti|contato contatos contacto
contract|contrat*|vertrag* vertrage*|contrato*|contratto contratti|contrato*
crash|plante* plantage* plantent|absturz* sturzt absturze*|bloquea cierra cuelga bloqueos|crasha arresta blocca|trava travando crasha fecha
dashboard|dashboard* tableau|dashboard*|dashboard* panel paneles tablero*|dashboard* cruscotto cruscotti|dashboard* painel paineis
data|donnees|daten datensatz* kundendaten|datos dato|dati dato|dados dado
delay|retard retards|verzogerung* verspat*|retraso retrasos|ritardo ritardi|atraso atrasos
delete|supprim* suppression* efface*|losch* geloscht*|elimin* borra*|elimin* cancellat*|apag* elimin* exclu*
delivery|livraison* livreur*|lieferung* lieferant* geliefert zustell*|entrega* envio envios|consegna consegne spedizione|entrega entregas
discount|remise remises rabais|rabatt*|descuento*|sconto sconti|desconto*
doctor|medecin* docteur*|arzt* arzte*|medico medicos|medico medici dottor*|medico medicos
document|documentation*|dokumentation*|documentacion|documentazione|documentacao
download|telecharg*|herunterlad* download*|descarga*|scaric*|download* baixar
duplicate|doublon doublons|dublette* doppelt*|duplicad*|duplicat* doppion*|duplicad*
duty|taxe taxes tva|steuer* ust mwst|impuesto impuestos iva|imposta imposte iva|imposto impostos iva
edit|edition editer|bearbeit*|editar edicion|modificare|editar edicao
email|mail mails courriel*|mail mails email*|correo correos mail|mail email|email emails
excel|excel|excel*|excel|excel|excel
export|export exports exporte* exportation*|export*|export*|export* esport*|export*
feature|fonctionnalite* fonction fonctions|funktion funktionen|funcionalidad* funcion funciones|funzionalit* funzione funzioni|funcionalidade* funcao funcoes
field|champ champs|feld felder feldern|campo campos|campo campi|campo campos
file|fichier*|datei dateien|archivo archivos fichero*|file|ficheiro* arquivo*
filter|filtre*|filter*|filtro filtros|filtro filtri|filtro filtros
food|repas nourriture|essen|comida comidas|cibo pasti|comida
form|formulaire*|formular*|formulario*|modulo moduli|formulario*
freelance|freelance*|freiberufler*|autonomo autonomos|freelance*|freelance*
invoice|facture factures|rechnung*|factura facturas|fattura fatture|fatura faturas
hour|heure heures|stunde stunden|hora horas|ora ore|hora horas
hotel|hotel hotels|hotel*|hotel hoteles|hotel|hotel hoteis
integration|integration*|integration*|integracion*|integrazion*|integracao integracoes
interface|interface interfaces ergonomie|oberflache* interface*|interfaz interfaces|interfaccia interfacce|interface*
item|article articles|artikel*|articulo*|articolo articoli|artigo*
language|langue langues|sprache*|idioma idiomas|lingua lingue|idioma idiomas
license|licence licences|lizenz*|licencia licencias|licenza licenze|licenca licencas
load|chargement* chargent charge|ladezeit* ladt laden|carga cargan cargar|caric*|carreg*
login|connexion connexions identif*|anmeld* login einlogg*|acceso inicio login|accesso accessi login|login acesso
manual|main manuel* manuellement|handarbeit manuell*|mano manual*|mano manual*|mao manual*
margin|marge marges rentabilite|marge margen rentabilitat*|margen margenes rentabilidad|margine margini redditivita|margem margens rentabilidade
menu|menu menus|menu menus|menu menus|menu|menu menus
mobile|mobile mobiles portable telephone*|handy* smartphone*|movil moviles telefono|cellulare cellulari telefono|telemovel celular
notification|notification*|benachrichtigung*|notificacion*|notific*|notificacao notificacoes
nurse|infirmier*|krankenschwester* pfleger*|enfermer*|infermier*|enfermeir*
onboard|accompagnement|einfuhrung* einarbeitung*|incorporacion acompanamiento|avviamento inserimento|acompanhamento integracao
order|commande commandes|bestellung*|pedido pedidos|ordine ordini|pedido* encomenda*
page|page pages|seite seiten|pagina paginas|pagina pagine|pagina paginas
parking|parking stationnement|parkplatz* parken|aparcamiento estacionamiento|parcheggi*|estacionamento
password|passe|passwort* kennwort*|contrasena*|password|senha senhas
payment|paiement* payer|zahlung* bezahl*|pago pagos pagar|pagament* pagare|pagamento* pagar
permission|droit droits permission* autorisation*|recht rechte rechten berechtigung* rechtesystem adminrechte|permiso permisos|permess*|permissao permissoes
phone|telephonique*|telefon*|telefon*|telefon*|telefon*
plan|abonnement* forfait*|abo abos tarif*|suscripcion* plan|abbonament*|assinatura* plano
portal|portail|portal*|portal|portale|portal
product|produit*|produkt*|producto*|prodotto prodotti|produto*
project|projet projets|projekt*|proyecto proyectos|progetto progetti|projeto projetos
quality|qualite|qualitat|calidad|qualita|qualidade
record|enregistrement*|eintrag eintrage|registro registros|record|registo* registro*
refund|rembours*|erstatt* ruckerstatt*|reembols* devolucion*|rimbors*|reembols*
reminder|rappel rappels relance*|erinnerung* mahnung*|recordatorio*|promemoria|lembrete*
renewal|renouvellement*|verlangerung*|renovacion*|rinnov*|renovacao
report|rapport rapports|bericht* auswertung* report*|informe informes reporte*|rapporto rapporti report|relatorio*
return|retour retours|rucksendung* retour*|devolver|reso resi|devolver
role|role roles|rolle rollen leserolle|rol roles|ruolo ruoli|papel papeis funcao
room|chambre chambres|zimmer*|habitacion*|camera camere|quarto quartos
save|enregistrer|speicher*|guardar|salvare|salvar guardar
screen|ecran ecrans|bildschirm*|pantalla*|schermo schermi schermata|ecra tela
search|recherche*|suche suchen|busqueda* buscar|ricerca*|busca pesquisa
security|securite|sicherheit*|seguridad|sicurezza|seguranca
server|serveur*|server*|servidor*|server|servidor*
session|session sessions|sitzung*|sesion sesiones|sessione sessioni|sessao sessoes
settings|parametre* reglage*|einstellung*|ajustes configuracion*|impostazion*|definicoes configurac*
size|taille tailles|grosse|talla tallas|taglia taglie|tamanho*
sso|sso|sso|sso|sso|sso
staff|personnel employe employes vendeur*|personal mitarbeiter*|personal empleado*|personale|funcionario*
store|magasin* boutique*|laden filiale* geschaft*|tienda tiendas|negozio negozi|loja lojas
support|support assistance sav|support* kundendienst* kundenservice*|soporte|assistenza supporto|suporte
sync|synchronis*|synchronisation* sync abgleich*|sincroniz*|sincronizz*|sincroniz*
team|equipe equipes|team teams|equipo equipos|squadra team|equipe equipa
template|modele modeles|vorlage*|plantilla*|modello modelli|modelo modelos
ticket|ticket tickets|ticket*|ticket tickets incidencia*|ticket|ticket tickets chamado*
train|formation formations|schulung*|formacion|formazione|formacao treinamento
transfer|virement*|uberweisung*|transferencia*|bonifico bonifici|transferencia*
update|maj|update* aktualisierung*|actualizacion*|aggiornament*|atualizac*
user|utilisateur*|nutzer* benutzer* anwender*|usuario usuarios|utent*|utilizador* usuario*
version|version versions|version versionen|version versiones|versione versioni|versao versoes
wait|attente attentes attendre|wartezeit* warten|espera esperas|attesa attese|espera esperas
webhook|webhook*|webhook*|webhook*|webhook*|webhook*
website|site sites|webseite* website*|web|sito siti|site sites
`;
const LANGUAGES = ['fr', 'de', 'es', 'it', 'pt'] as const;

/** Names of qualities, as `aspect-words.ts` has them, that are one quality in all languages. */
const QUALITIES: Record<string, string> = {
  ...{ prix: 'price', preis: 'price', precio: 'price', prezzo: 'price', preço: 'price' },
  ...{ rapidité: 'speed', geschwindigkeit: 'speed', rapidez: 'speed', velocità: 'speed' },
  ...{ amabilité: 'attitude', freundlichkeit: 'attitude', amabilidad: 'attitude', cortesia: 'attitude' },
  ...{ simpatia: 'attitude', propreté: 'cleanliness', compétence: 'professionalism' },
};

type SharedWords = { whole: Map<string, string>; beginnings: [beginning: string, english: string][] };

function readRows(): Map<string, SharedWords> {
  const found = new Map<string, SharedWords>(
    LANGUAGES.map((language) => [language, { whole: new Map(), beginnings: [] }]),
  );
  for (const row of ROWS.trim().split('\n')) {
    const [english = '', ...others] = row.split('|');
    LANGUAGES.forEach((language, place) => {
      const words = found.get(language);
      for (const word of others[place]?.split(' ') ?? []) {
        if (word.endsWith('*')) words?.beginnings.push([word.slice(0, -1), english]);
        else words?.whole.set(word, english);
      }
    });
  }
  // "Rechnungsadresse" is an invoice's: of beginnings the longest.
  for (const { beginnings } of found.values()) beginnings.sort((a, b) => b[0].length - a[0].length);
  return found;
}

const SHARED = readRows();

/** Whether a language (ISO 639-1) other than English has words here. */
export const hasSharedWords = (language: string): boolean => SHARED.has(language);

/**
 * The English word for what a word without accents names in another language, or null where it is not one of those here.
 * @param language ISO 639-1
 */
export function findSharedWord(plain: string, language: string): string | null {
  const words = SHARED.get(language);
  if (!words) return null;
  return (
    words.whole.get(plain) ?? words.beginnings.find(([beginning]) => plain.startsWith(beginning))?.[1] ?? null
  );
}

/** The English name of a quality that has one here. */
export const sharedQuality = (quality: string): string => QUALITIES[quality] ?? quality;
