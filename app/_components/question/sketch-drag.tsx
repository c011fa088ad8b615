'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'

interface SketchDragProps {
  id: string
  /** Ids of the rows in their order. */
  rowIds: readonly string[]
  /** Name of a row's block. */
  nameAt: (position: number) => string
  onMove: (from: number, to: number) => void
  children: ReactNode
}

/** Reordering by mouse, finger or keyboard, told in the reader's language. */
export function SketchDrag({ id, rowIds, nameAt, onMove, children }: SketchDragProps) {
  const t = useTranslations('question.sketch')
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    // The handle does not scroll the page, so a finger need not wait.
    useSensor(TouchSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const placeOf = (row: UniqueIdentifier) => rowIds.indexOf(String(row))
  const blockOf = (row: UniqueIdentifier) => nameAt(placeOf(row))
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(placeOf(active.id), placeOf(over.id))
  }
  // A block that was just picked up lies over its own place; saying so would cut off the words that it was picked up.
  const isAtStart = useRef(false)
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      isAtStart.current = true
      return t('picked', {
        block: blockOf(active.id),
        position: placeOf(active.id) + 1,
        count: rowIds.length,
      })
    },
    onDragOver: ({ active, over }) => {
      const unmoved = isAtStart.current && over?.id === active.id
      isAtStart.current = false
      if (!over || unmoved) return
      return t('over', { block: blockOf(active.id), position: placeOf(over.id) + 1 })
    },
    onDragEnd: ({ active, over }) =>
      over ? t('dropped', { block: blockOf(active.id), position: placeOf(over.id) + 1 }) : undefined,
    onDragCancel: ({ active }) => t('canceled', { block: blockOf(active.id) }),
  }
  return (
    <DndContext
      // Counted ids would differ between server and browser.
      id={`${id}-drag`}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t('dragHelp') }, announcements }}
    >
      <SortableContext items={[...rowIds]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
}
