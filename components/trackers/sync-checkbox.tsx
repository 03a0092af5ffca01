import { Checkbox } from '@/components/ui/checkbox';

/** Whether what happens to a ticket there changes its issue here. */
export function SyncCheckbox({ isOn, disabled }: { isOn: boolean; disabled: boolean }) {
  return (
    <Checkbox
      name="syncsStatus"
      label="A ticket’s status changes its issue’s"
      hint="Looked at every 15 minutes: begun becomes Planned, done becomes Shipped on that day, cancelled becomes Won't do. An issue with tickets in several systems ships once all that are not cancelled are done. What you set here stays until a ticket moves again."
      defaultChecked={isOn}
      disabled={disabled}
    />
  );
}
