package dev.callout.platform.axon;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** All events as event processors read them, wherever they are stored: new ones are told of soon after their commit. */
public interface PromptEvents extends StreamableMessageSource<TrackedEventMessage<?>> {}
