"""What those who sign in are told when it does not work."""

from jingwei.kernel.errors import DomainError, Invalid


class OutsideJurisdiction(DomainError):
    code = "access.outside_jurisdiction"
    message = "没有找到，或不在您的辖区内。请核对编号，或与上级中心联系。"
    message_en = "Not found, or outside your jurisdiction. Check the number or ask the centre above yours."
    status = 404


class SignInRefused(DomainError):
    code = "access.sign_in_refused"
    message = "用户名或密码不正确。连续输错会延长等待时间；忘记密码请联系本单位管理员。"
    message_en = (
        "The user name or password is wrong. Repeated failures lengthen the wait; "
        "if you forgot the password, ask your administrator."
    )
    status = 401


class SignInDelayed(DomainError):
    code = "access.sign_in_delayed"
    message = "尝试次数过多，请在{seconds}秒后再试。"
    message_en = "Too many attempts; try again in {seconds} seconds."
    status = 429


class SecondFactorNeeded(DomainError):
    """The password was right; a code is asked for as well."""

    code = "access.second_factor_needed"
    message = "请再输入验证器应用上的6位数字。手机不在身边，可以输入一个恢复码。"
    message_en = (
        "Enter the six digits your authenticator app shows as well. Without the phone, use a recovery code."
    )
    status = 401
    next = "second_factor"


class SecondFactorRefused(DomainError):
    code = "access.second_factor_refused"
    message = (
        "验证码不正确，或刚刚已经用过。请等应用显示下一组数字再输入；也可以用恢复码，或请管理员解除两步验证。"
    )
    message_en = (
        "The code is wrong, or was used just now. Wait for the next one; "
        "or use a recovery code, or ask an administrator to take the second factor off."
    )
    status = 401
    next = "second_factor"


class SecondFactorRequired(DomainError):
    code = "access.second_factor_required"
    message = "这个岗位要求两步验证。请先在“登录安全”中设置，再切换到这个岗位。"
    message_en = "This post asks for a second factor. Set one up under “Sign-in security” first, then switch."
    status = 403
    next = "enrol"


class NoSecondFactor(DomainError):
    code = "access.no_second_factor"
    message = "没有可以确认或解除的两步验证：还没有开始设置，或设置时间已过。请重新开始。"
    message_en = (
        "There is no second factor to confirm or take off: none was begun, or it took too long. Begin again."
    )


class StepUpNeeded(DomainError):
    """A sensitive act asks for a fresh proof of who is there."""

    code = "access.step_up_needed"
    message = "这项操作比较敏感，请先再次确认是您本人，然后会自动继续。"
    message_en = "This is sensitive: confirm once more that it is you; then it goes on by itself."
    status = 403
    next = "step_up"


class ProofRefused(Invalid):
    code = "access.proof_refused"
    message = "密码或验证码不正确。请重新输入。"
    message_en = "The password or code is wrong. Enter it again."


class SessionNeeded(DomainError):
    code = "access.session_needed"
    message = "接口令牌不能管理账号，也不能做敏感操作。请用用户名和密码登录后再操作。"
    message_en = (
        "An API token cannot manage the account nor do what is sensitive. "
        "Sign in with user name and password first."
    )
    status = 403


class ContainerTaken(DomainError):
    code = "access.container_taken"
    message = "这个身份已经用于另一个账号。请先用它登录那个账号并解除绑定，再到这里绑定。"
    message_en = "This identity opens another account already. Sign in to that one with it, unlink it, then link it here."
    status = 409


class UsernameTaken(DomainError):
    code = "access.username_taken"
    message = "用户名“{username}”已被使用。请换一个。"
    message_en = "The user name “{username}” is taken. Choose another."
