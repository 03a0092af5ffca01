import { makeSampleWorkspace } from './prisma/sample/make-sample-workspace';
import { annotateText } from '@/lib/nlp/annotate';
import { discoverThemes } from '@/lib/nlp/themes/discover';
import { assignThemes, compileThemeModel } from '@/lib/nlp/themes/assign';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { isProblem } from '@/lib/annotations/problem-mention';
import { toEpochDay } from '@/lib/impact/months';
const s = makeSampleWorkspace();
const accOf = new Map(s.contacts.map(c=>[c.externalId,c.accountExternalId]));
type St = {id:string,text:string,at:string,acc:string|null,group:string};
const st: St[] = [];
for (const r of s.responses) if (r.comment) st.push({id:r.externalId,text:r.comment,at:r.submittedAt,acc:accOf.get(r.contactExternalId)??null,group:r.externalId});
for (const r of s.reviews) st.push({id:r.externalId,text:r.text,at:r.at,acc:r.accountExternalId,group:r.externalId});
for (const c of s.conversations) for (const m of c.messages) if (m.author==='customer') st.push({id:m.externalId,text:m.text,at:m.at,acc:accOf.get(c.contactExternalId)??null,group:c.externalId});
const segs: {id:string,text:string,language:string|null,commentId?:string,st:St,problem:boolean}[] = [];
for (const x of st) { const a = annotateText({text:x.text}); a.segments.forEach((g,i)=>{ if (g.kind!=='no_content') segs.push({id:x.id+':'+String(i).padStart(3,'0'),text:a.redactedText.slice(g.start,g.end),language:a.language,commentId:x.id,st:x,problem:isProblem({sentimentLabel:g.label,kind:g.kind})}); }); }
console.log('statements',st.length,'segments',segs.length, 'problem', segs.filter(x=>x.problem).length);
console.time('discover'); const opts = JSON.parse(process.argv[2] ?? '{}'); const model = discoverThemes(segs, opts); console.timeEnd('discover');
const as = assignThemes(compileThemeModel(model), segs);
const got = new Set(as.map(a=>a.segmentIndex));
const cov=new Set(as.map(a=>segs[a.segmentIndex]!.st.id)); const lab=st.filter(x=>(s.labels[x.id]??[]).length>0); console.log('statement coverage of labelled', (lab.filter(x=>cov.has(x.id)).length/lab.length).toFixed(2), 'of all', (cov.size/st.length).toFixed(2)); console.log('themes', model.themes.length, 'coverage', (got.size/segs.length).toFixed(2));
const nameOf = new Map(model.themes.map(t=>[t.key,t.name]));
const found = new Map<string,Set<string>>(); const mentions: {unitId:string,themeId:string,occurredDay:number}[]=[];
const foundAll = new Map<string,Set<string>>();
for (const a of as) { const g = segs[a.segmentIndex]!; if(!foundAll.has(a.themeKey)) foundAll.set(a.themeKey,new Set()); foundAll.get(a.themeKey)!.add(g.st.id); if(!g.problem) continue; if(!found.has(a.themeKey)) found.set(a.themeKey,new Set()); found.get(a.themeKey)!.add(g.st.id); if (g.st.acc) mentions.push({unitId:g.st.acc,themeId:a.themeKey,occurredDay:toEpochDay(new Date(g.st.at))}); }
const accounts = s.accounts.map(a=>({accountId:a.externalId,plan:a.plan,arrHistory:a.arrHistory.map(h=>({fromDay:toEpochDay(new Date(h.from)),arrCents:h.arrCents})),startedDay:toEpochDay(new Date(a.startedAt)),churnedDay:a.churnedAt?toEpochDay(new Date(a.churnedAt)):null,renewalDay:toEpochDay(new Date(a.renewalAt))}));
const end = toEpochDay(new Date(s.endDate))+1;
const res = computeChurnAssociations({accounts,mentions,coverage:{feedbackFrom:toEpochDay(new Date(s.startDate)),feedbackUntil:end,churnUntil:end}}, model.themes.map(t=>t.key));
const slugs = Object.keys(s.plantedTruth.hazardRatios);
let sumF=0;
for (const slug of slugs) { const truth = new Set(Object.entries(s.labels).filter(([,l])=>l.includes(slug as never)).map(([k])=>k)); 
 let rows = [...foundAll].map(([k,set])=>{ let tp=0; for (const x of set) if (truth.has(x)) tp++; const p=tp/set.size, r=tp/truth.size; return {k,p,r,f:2*p*r/(p+r||1),n:set.size}; }).sort((a,b)=>b.f-a.f).slice(0,3); sumF+=rows[0]!.f;
 const e = res.themes.find(t=>t.themeId===rows[0]!.k)!;
 console.log(slug.padEnd(18), String(truth.size).padStart(4), rows.map(x=>`${nameOf.get(x.k)} f${x.f.toFixed(2)} p${x.p.toFixed(2)} r${x.r.toFixed(2)}`).join(' | '), e.estimate?`RR ${e.estimate.riskRatio.toFixed(2)} q${e.estimate.qValue.toFixed(3)}`:e.reason); }
console.log('mean best F1', (sumF/slugs.length).toFixed(3));
const best = new Set<string>(); 
console.log('all themes:'); for (const t of model.themes) { const set=foundAll.get(t.key)??new Set(); const c=new Map<string,number>(); for (const x of set) for (const l of s.labels[x]??['-']) c.set(l,(c.get(l)??0)+1); const top=[...c].sort((a,b)=>b[1]-a[1]).slice(0,2).map(([l,n])=>l+' '+(n/set.size).toFixed(2)).join(', '); const e=res.themes.find(x=>x.themeId===t.key)!; console.log(' ',model.themes.indexOf(t), t.name.padEnd(32), set.size, top, e.estimate?`RR ${e.estimate.riskRatio.toFixed(2)} p${e.estimate.pValue.toFixed(4)}`:e.reason, '  ', t.keywords.slice(0,6).join(',')); }
if (process.env.FP) { const t = model.themes.find(t=>t.name===process.env.FP)!; let n=0; for (const a of as) { const g=segs[a.segmentIndex]!; if (a.themeKey===t.key && !(s.labels[g.st.id]??[]).includes(process.env.SLUG as never)) { if (n++<40) console.log(a.confidence.toFixed(2), (s.labels[g.st.id]??[]).join(','), '|', g.text); } } console.log('centroid', t.centroid.slice(0,40).map(([w,v])=>w+':'+v.toFixed(2)).join(' ')); }
if (process.env.TRUTH) { const stById=new Map(st.map(x=>[x.id,x])); const m2=[] as typeof mentions; for (const [k,l] of Object.entries(s.problemLabels)) { const x=stById.get(k); if(x?.acc) for (const t of l) m2.push({unitId:x.acc,themeId:t,occurredDay:toEpochDay(new Date(x.at))}); }
 const r2 = computeChurnAssociations({accounts,mentions:m2,coverage:{feedbackFrom:toEpochDay(new Date(s.startDate)),feedbackUntil:end,churnUntil:end}}, slugs); for (const t of r2.themes) console.log('TRUTH',t.themeId,t.exposedAccounts,t.exposedMonths,t.exposedChurned,t.estimate?`RR ${t.estimate.riskRatio.toFixed(2)} p ${t.estimate.pValue.toExponential(1)} q${t.estimate.qValue.toFixed(3)} keep ${t.keptExposedShare?.toFixed(2)} coarse ${t.coarsening}`:t.reason);
 const dk=[...foundAll].map(([k,set])=>({k,n:[...set].filter(x=>(s.labels[x]??[]).includes('crm-sync')).length})).sort((a,b)=>b.n-a.n)[0]!.k;
 const d=res.themes.find(t=>t.themeId===dk)!; console.log('FOUND', d.exposedAccounts,d.exposedMonths,d.exposedChurned, d.keptExposedShare, d.coarsening);
 const truthP=new Set(Object.entries(s.problemLabels).filter(([,l])=>l.includes('crm-sync')).map(([k])=>k)); const f=found.get(dk)!; console.log('problem statements truth',truthP.size,'found',f.size,'both',[...f].filter(x=>truthP.has(x)).length, 'found but not crm at all', [...f].filter(x=>!(s.labels[x]??[]).includes('crm-sync')).length);
 let n=0; for (const x of f) if(!truthP.has(x)&&n++<25) console.log((s.labels[x]??[]).join(','),'|',stById.get(x)!.text.slice(0,200)); 
 n=0; console.log('MISSED'); for (const x of truthP) if(!f.has(x)&&n++<25) console.log((s.labels[x]??[]).join(','),'|',stById.get(x)!.text.slice(0,200)); }
