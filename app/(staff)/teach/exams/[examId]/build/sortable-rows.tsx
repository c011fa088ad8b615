'use client'

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ReactNode, useId } from 'react'

interface SortableRowsProps {
  count: number
  locked: boolean
  onMove: (from: number, to: number) => void
  children: ReactNode
}

/** The name of a row for dragging: what stands in its place. */
export const rowId = (place: number): string => `row-${place}`

/** Rows that are put in order by dragging their handles; the arrows beside them do the same by keyboard. */
export function SortableRows({ count, locked, onMove, children }: SortableRowsProps) {
  const id = useId()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const ids = Array.from({ length: count }, (_, place) => rowId(place))
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))]
        if (from >= 0 && to >= 0 && from !== to) onMove(from, to)
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={locked}>
        <ol className="space-y-3">{children}</ol>
      </SortableContext>
    </DndContext>
  )
}
