import {InferenceSession,Tensor} from 'onnxruntime-node';
import fs from 'fs';import {parse} from 'csv-parse/sync';
import { makeUnigramTokenizer } from '/work/wt/text/lib/nlp/encoder/unigram-tokenizer.ts';
import { readVocabulary } from '/work/wt/text/lib/nlp/encoder/model-files.ts';
const rows=parse(fs.readFileSync('/work/shared/data/xlmt_multilingual_tweets/english.csv'),{columns:true,relax_quotes:true}).map((r:any)=>r.text);
const tok=makeUnigramTokenizer(readVocabulary());
let t0=performance.now();const ids=rows.map((r:string)=>tok.encode(r));console.log('tok/s',rows.length/((performance.now()-t0)/1000),'mean',ids.reduce((s:number,a:number[])=>s+a.length,0)/ids.length);
ids.sort((a:number[],b:number[])=>a.length-b.length);
for(const f of ['/tmp/textspike/use_int8.onnx','/tmp/textspike/mine.onnx','/tmp/textspike/use_fp32.onnx']){
const s=await InferenceSession.create(f,{intraOpNumThreads:1,interOpNumThreads:1,graphOptimizationLevel:'all'});
for(const B of [1,4,8,16,32]){const sub=ids.filter((_:any,i:number)=>i%4===0);let t=performance.now(),c=process.cpuUsage().user;for(let i=0;i<sub.length;i+=B){const b=sub.slice(i,i+B);const L=Math.max(...b.map((x:any)=>x.length));const I=new BigInt64Array(b.length*L),M=new Float32Array(b.length*L);b.forEach((x:any,k:number)=>x.forEach((v:number,j:number)=>{I[k*L+j]=BigInt(v);M[k*L+j]=1}));await s.run({ids:new Tensor('int64',I,[b.length,L]),mask:new Tensor('float32',M,[b.length,L])})}
console.log(f.slice(-12),B,Math.round(sub.length/((performance.now()-t)/1000)),'cpu/s',Math.round(sub.length/((process.cpuUsage().user-c)/1e6)))}}
