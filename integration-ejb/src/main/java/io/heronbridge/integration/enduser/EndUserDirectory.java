package io.heronbridge.integration.enduser;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finding, adding and renaming end users. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class EndUserDirectory {
  /** Heron's limit for a name. */
  private static final int LONGEST_NAME = 128;

  /** What PostgreSQL refuses, what breaks lines, and what makes a name read as another. */
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

  @Inject EndUsers endUsers;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Those whose id or name holds the text, in order of their id. */
  public Page<EndUserView> search(String text, Optional<String> cursor, int limit) {
    List<EndUser> rows = endUsers.search(text, cursor.orElse(""), limit + 1);
    boolean more = rows.size() > limit;
    List<EndUser> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(EndUserDirectory::view).toList(),
        more ? Optional.of(shown.get(limit - 1).endUserId().value()) : Optional.empty());
  }

  public Optional<EndUserView> find(EndUserId id) {
    return endUsers.find(id).map(EndUserDirectory::view);
  }

  /**
   * @throws ConflictException when there is one with that id
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public EndUserView create(EndUserId id, Optional<String> name, Caller caller) {
    requireName(name);
    if (!endUsers.create(id, name, clock.instant())) {
      throw new ConflictException("There is an end user " + id + " already.");
    }
    audit.record(caller.name(), "end_user.create", "end_user:" + id);
    return view(endUsers.find(id).orElseThrow());
  }

  /**
   * @param name absent removes the name
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public EndUserView rename(EndUserId id, Optional<String> name, Caller caller) {
    requireName(name);
    EndUser endUser = endUsers.find(id).orElseThrow(() -> new NotFoundException("end user " + id));
    endUser.rename(name.orElse(null));
    audit.record(caller.name(), "end_user.rename", "end_user:" + id);
    return view(endUser);
  }

  private static void requireName(Optional<String> name) {
    if (name.filter(text -> text.isBlank() || text.length() > LONGEST_NAME).isPresent()) {
      throw new InvalidInputException("name", "must be 1 to 128 characters");
    }
    if (name.filter(text -> UNREADABLE.matcher(text).find()).isPresent()) {
      throw new InvalidInputException(
          "name", "must not contain control characters or change the direction of text");
    }
  }

  private static EndUserView view(EndUser endUser) {
    return new EndUserView(endUser.endUserId().value(), endUser.name(), endUser.createdAt());
  }
}
