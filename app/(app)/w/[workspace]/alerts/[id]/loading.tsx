export { DetailSkeleton as default } from '@/components/ui/detail-skeleton';
