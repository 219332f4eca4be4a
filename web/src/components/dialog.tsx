/** A dialog over the page: it keeps the focus inside, Escape closes it, and focus returns to where it was. */
import type { ReactNode } from "react";
import { Heading, Modal, ModalOverlay, Dialog as Panel } from "react-aria-components";
import { useMessages } from "../i18n/language.tsx";
import { Button } from "./button.tsx";

type Properties = { title: string; wide?: boolean; onClose: () => void; children: ReactNode };

export function Dialog({ title, wide = false, onClose, children }: Properties) {
  const { common } = useMessages();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? "modal wide" : "modal"}>
        <Panel className="dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <Button tone="quiet" icon="cross" onClick={onClose} aria-label={common.close} />
          </header>
          {children}
        </Panel>
      </Modal>
    </ModalOverlay>
  );
}
