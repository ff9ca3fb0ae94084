/** How far long work is: a bar, its name, and the same in words. */
export function ProgressBar({
  id,
  label,
  said,
  value,
  max,
}: {
  id: string;
  label: string;
  said: string;
  value: number;
  max: number;
}) {
  return (
    <div>
      <p className="mb-1.5 flex justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="tabular-nums text-ink-2">{said}</span>
      </p>
      <progress
        id={id}
        value={value}
        max={Math.max(max, 1)}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}
