/** Inputs with their label, help and error tied to them. */
import { type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from "react";

type Common = { label: string; help?: string; error?: string; wide?: boolean };

function Around({ id, label, help, error, wide, children }: Common & { id: string; children: React.ReactNode }) {
  return (
    <div className={wide ? "field wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children}
      {help && (
        <p className="soft small" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error small" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, { help, error }: Common): { "aria-describedby"?: string; "aria-invalid"?: true } {
  const ids = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return { ...(ids ? { "aria-describedby": ids } : {}), ...(error ? { "aria-invalid": true } : {}) };
}

export function TextField({ label, help, error, wide, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const common = { label, ...(help ? { help } : {}), ...(error ? { error } : {}), ...(wide ? { wide } : {}) };
  return (
    <Around id={id} {...common}>
      <input id={id} type="text" {...input} {...described(id, common)} />
    </Around>
  );
}

export function TextArea({ label, help, error, wide, ...input }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const common = { label, ...(help ? { help } : {}), ...(error ? { error } : {}), ...(wide ? { wide } : {}) };
  return (
    <Around id={id} {...common}>
      <textarea id={id} rows={2} {...input} {...described(id, common)} />
    </Around>
  );
}

export type Option = { readonly value: string; readonly label: string };

export function SelectField({
  label,
  help,
  error,
  wide,
  options,
  ...input
}: Common & { options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  const common = { label, ...(help ? { help } : {}), ...(error ? { error } : {}), ...(wide ? { wide } : {}) };
  return (
    <Around id={id} {...common}>
      <select id={id} {...input} {...described(id, common)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function CheckField({ label, ...input }: { label: React.ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} /> <span>{label}</span>
    </label>
  );
}
