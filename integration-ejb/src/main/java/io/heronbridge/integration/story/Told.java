package io.heronbridge.integration.story;

import io.heronbridge.integration.item.ItemView;
import java.util.Optional;

/**
 * A line of an end user's story.
 *
 * @param item which of their items it is about; empty when it is about none
 */
public record Told(StoryEntry entry, Optional<ItemView> item) {}
