package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** What all people may do about their own access. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.VIEWER, Role.Names.NEWCOMER})
public class OwnAccess {
  @Inject OwnAccessDesk desk;
  @Inject Passwords passwords;

  /**
   * Changes the caller's password and ends all the caller's sessions: whoever may have got hold of
   * one is out, whichever it was.
   *
   * @param session the token of the one in use
   * @return the one that takes its place
   * @throws InvalidInputException when the old one is wrong ({@code old_password}) or the new one
   *     no good ({@code password})
   */
  public FreshSession changePassword(Secret old, Secret wanted, Secret session, Caller caller) {
    String username = caller.username().orElseThrow();
    String oldHash = desk.passwordHash(username);
    if (!passwords.isRight(old, oldHash)) {
      throw new InvalidInputException("old_password", "is not your password");
    }
    if (old.equals(wanted)) {
      throw new InvalidInputException("password", "must differ from the old one");
    }
    String hash = passwords.hashChosen("password", wanted, username);
    return desk.changePassword(username, oldHash, hash, session);
  }

  /** Signs the caller out of one browser. */
  public void endSession(UUID session, Caller caller) {
    desk.endSession(caller.username().orElseThrow(), session);
  }

  /**
   * Signs the caller out of all browsers but the one with this token.
   *
   * @return of how many
   */
  public int endOtherSessions(Secret session, Caller caller) {
    return desk.endOtherSessions(caller.username().orElseThrow(), session);
  }
}
