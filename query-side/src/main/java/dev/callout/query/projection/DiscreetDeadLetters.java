package dev.callout.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;

/** Dead letters whose queue, when it is full, does not write into the log what the letter says: that may be a person's. */
class DiscreetDeadLetters extends JpaSequencedDeadLetterQueue<EventMessage<?>> {

    DiscreetDeadLetters(Builder<EventMessage<?>> builder) {
        super(builder);
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        try {
            super.enqueue(sequence, letter);
        } catch (DeadLetterQueueOverflowException full) {
            throw new DeadLetterQueueOverflowException("No room for another letter behind those of " + sequence);
        }
    }
}
