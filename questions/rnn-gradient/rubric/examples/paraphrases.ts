/** Ways in which people earn a criterion in full, one a line, as varied as could be thought of; not taken from the corpus. */
export const paraphrases: Readonly<Record<string, string>> = {
  repeated_product: `
시간을 거꾸로 한 스텝 갈 때마다 W^T가 한 번씩 더 붙는다
같은 Whh가 T번 곱해지는 꼴이라 결국 Whh의 거듭제곱이 된다
그래디언트 = 각 시점 야코비안의 연쇄곱
순환 신경망은 매 타임스텝에서 파라미터를 공유하므로 역전파 시 동일한 행렬이 계속 곱해지게 된다
chain rule을 적용하면 ∂h_t/∂h_(t-1)이 시점 개수만큼 곱해진 형태가 됨
BPTT 하면 W가 계속 반복해서 곱해짐
한 단계 뒤로 갈 때마다 동일한 값이 곱해지는 구조
0.225가 49번 누적되어 곱해진다
기울기가 매 단계에서 0.9배로 줄어든다
오차가 시간을 거슬러 전파될 때 시점마다 활성화 함수의 미분값이 곱해진다
똑같은 가중치를 시퀀스 길이만큼 반복 곱셈하게 된다
h_t를 h_{t-1}로 미분한 값을 T-1번 곱해야 첫 시점까지 도달한다
시점이 하나씩 이전으로 갈수록 W와 f'의 곱이 추가로 곱해진다
연쇄법칙에 의해 각 시점의 미분이 서로 곱해지기 때문
반복되는 곱셈이 시퀀스 길이만큼 일어난다
W가 T-1 제곱된다
During backprop through time the gradient picks up a factor of W at every step
The chain rule gives us one Jacobian per time step and they all get multiplied together
the error is multiplied by the same matrix over and over as it travels back in time
you multiply by W_hh transposed T times
the gradient contains the term W^T raised to the number of steps
each step backwards contributes another factor of 0.9 * sigma'
the recurrent weights are reused at each step so backprop multiplies by them repeatedly
to get from the last step to the first we need to multiply 49 derivatives
gradient is a long product of derivatives, one for each time step
The gradient has to be passed through every time step, and each time it is multiplied with the recurrent weight
because weights are shared across time, the same number is multiplied again and again
we have product of many terms dh_t/dh_{t-1}
every additional time step adds another multiplication by the recurrent weight
since the weight matrix is shared among all timesteps, in the chain rule it appears T times as product
the signal is scaled by 1.5 on each of the 59 steps
Backpropagating means multiplying by the same Jacobian at each unrolled copy
the multiplication with w happens once for every step of the sequence
gradient at step 1 = gradient at step 60 times 1.5^59
it gets multiplied by 1.5 each time we move one step back
시점마다 같은 가중치가 반복적으로 곱해지므로
1.5라는 값이 59회 연속으로 곱해짐
한 시점씩 되돌아갈 때마다 기울기에 동일한 가중치가 곱해진다
같은 셀을 계속 통과하면서 미분이 계속 곱해짐`,
  shrinking_factor: `
1보다 작은 수를 여러 번 곱하면 0에 수렴한다
tanh' ≤ 1 이라서 곱할수록 작아짐 → 0
시그모이드의 미분은 최대 0.25밖에 안 되니까 곱하다 보면 금방 0이 된다
한 번 곱할 때마다 최대 0.225배로 줄어드니 기하급수적으로 감소
활성화 함수 미분값이 0~1 사이라 계속 곱해지면 기울기가 거의 없어진다
가중치의 고유값이 1보다 작으면 거듭제곱할수록 0으로 수렴한다
미분값이 1 이하이므로 시퀀스가 길수록 곱이 지수적으로 작아진다
0.25 * 0.9 = 0.225 < 1 이므로 50번 곱하면 사실상 0
매번 1보다 작은 값이 곱해지면 먼 시점의 기울기는 0에 가까운 값이 된다
소수점 값을 계속 곱하니까 값이 엄청 작아져서 사라짐
tanh의 기울기는 1을 넘지 못하므로 여러 번 곱해지면 급격히 줄어든다
곱해지는 값의 절댓값이 1보다 작아 지수적으로 감쇠한다
|λ|<1 이면 λ^T → 0
since the derivative of tanh lies between 0 and 1, multiplying many of them gives a value close to zero
sigmoid' is at most 0.25, so after 50 steps practically nothing is left
each factor is smaller than one and therefore the product goes to zero exponentially fast
the derivative never gets bigger than 1, so the product can only get smaller and smaller
numbers less than one multiplied together quickly become tiny
0.225 < 1 so 0.225^49 is basically zero
if the largest singular value is under 1, powers of it decay exponentially
these values are usually less than 1 so their product approaches zero
the tanh derivative is in (0,1], so the gradient shrinks at every step
because each factor is <1 the gradient decays geometrically
the maximum slope of sigmoid is 1/4, so the gradient is cut to less than a quarter each step and dies out
multiplying values below one repeatedly leads to an exponentially small number
|W| * 0.25 is well below 1, hence it vanishes exponentially
the multiplied numbers are fractions, so the result becomes smaller and smaller
시그모이드 미분 최댓값 1/4, w도 0.9라 곱하면 1보다 한참 작음. 50번이면 0이나 다름없음
기울기 크기가 한 스텝마다 최소 4분의 1 이하로 줄어 금세 소멸한다`,
  growing_factor: `
1.5 > 1 이므로 계속 곱하면 기하급수적으로 증가한다
1보다 큰 값을 59번 곱하니까 기울기가 폭발함
ReLU 미분이 1이고 W가 1.5라서 매번 1.5배씩 커진다
가중치가 1보다 크기 때문에 지수적으로 커져서 exploding gradient 발생
1.5^59는 천문학적으로 큰 수이므로 기울기가 폭주한다
곱해지는 인수가 1을 넘으니 거듭제곱할수록 무한대로 간다
since 1.5 is bigger than 1 the gradient grows exponentially
the factor is 1.5 > 1, so after 59 steps it blows up
multiplying by a number larger than one again and again makes the gradient explode
every step makes it 1.5 times larger, so it gets astronomically big
1.5^59 is about 2.4e10 so the gradient explodes
the recurrent weight exceeds one, therefore the product increases without bound
매 시점마다 1.5배가 되어 마지막에는 엄청나게 큰 값이 된다
the gradient becomes enormous because the weight magnitude is greater than one`,
  depth_in_time: `
은닉층이 1개라도 시간축으로 펼치면 T개의 층을 가진 깊은 신경망과 같다
시퀀스 길이가 곧 네트워크의 깊이 역할을 한다
층은 하나지만 시간 방향으로는 매우 깊은 구조이다
타임스텝 하나하나가 층 하나와 같아서 길이 100이면 100층짜리 네트워크
unroll 하면 sequence length 만큼 layer가 쌓인 것과 동일
RNN은 펼쳐보면 시점 수만큼 깊어지는 구조다
은닉층 개수와 상관없이 시퀀스 길이만큼 역전파 경로가 길어진다
히든 레이어가 1개여도 T번 반복해서 통과하므로 사실상 T층 네트워크
시간축으로 전개하면 깊은 피드포워드 신경망과 동일하므로 은닉층 수는 중요하지 않다
실질적인 깊이는 층수가 아니라 시퀀스 길이이다
같은 은닉층을 50번 거치는 것이므로 50층 신경망이나 마찬가지
은닉층 1개 = 시점 1개당 1층 → 총 T층
기울기가 지나야 하는 경로의 길이는 은닉층의 수가 아니라 시점의 수에 의해 결정된다
깊이가 시퀀스 길이에 비례해서 늘어남
옆으로 길게 펼쳐진 깊은 망
시간 방향으로 60층을 쌓은 것과 같은 효과
층이 하나여도 순환하기 때문에 깊은 네트워크처럼 동작한다
unrolled over 50 time steps, the RNN is a 50-layer network
even with one hidden layer, the RNN is very deep in the time direction
each time step works like another layer
the effective depth of the network equals the number of time steps
when unfolded in time it becomes a very deep feedforward network with shared weights
the depth comes from time, not from the number of hidden layers
it is the length of the sequence that makes the network deep
one hidden layer unrolled over T steps behaves like T stacked layers
a single recurrent layer applied 100 times is like having 100 layers
so having just one hidden layer does not help, because the gradient still has to travel through all T time steps
it doesn't matter that there is only one layer, since what counts is the number of time steps
the network is shallow in space but deep in time
unrolling gives a chain as long as the sequence, so it is as deep as a net with that many layers
the gradient must pass through as many layers as there are time steps
the sequence length acts like depth
long sequences make the unrolled computation graph deep
though it has a single hidden layer, it is effectively a T-layer network
the same layer is traversed once per time step, so 60 steps mean 60 layers
number of hidden layers is irrelevant, the path through time is what is long
T steps in time = T layers deep
시간적으로 펼쳤을 때 매우 깊은 네트워크가 되므로 층 수가 1개여도 똑같은 문제가 생긴다
시퀀스가 길어지면 은닉층이 여러 개 있는 것과 같은 효과가 난다`,
  long_term_effect: `
앞부분의 입력 정보가 뒤쪽까지 영향을 주지 못한다
초반 단어에 대한 가중치 업데이트가 거의 일어나지 않음
장기 의존성 문제가 생긴다
오래된 정보를 기억하지 못하게 된다
먼 과거의 입력이 현재 출력에 미치는 영향을 학습할 수 없다
결국 앞쪽 시점은 학습이 안 됨
long-term dependency 학습 불가
초기 시점의 입력에 대해서는 학습이 제대로 되지 않는다
문장의 앞에 나온 단어와 뒤에 나온 단어의 관계를 배우지 못한다
최근 입력에만 의존하게 된다
멀리 떨어진 시점 사이의 관계를 학습하기 어려워진다
앞쪽 시점의 파라미터 업데이트에 기여하지 못함
긴 문맥을 이해하지 못한다
과거 정보가 소실되어 장기 기억이 어렵다
앞 단어들은 학습에 거의 영향을 못 줌
처음 입력한 내용은 까먹게 됨
먼 시점의 정보는 반영이 안 된다
멀리 떨어져 있는 입력의 정보를 학습에 사용할 수 없음
so the network cannot learn long-term dependencies
early inputs have almost no influence on the weight updates
the model forgets what happened at the beginning of the sequence
the weights are hardly updated based on the early time steps
inputs from far in the past no longer affect the training
the RNN only learns short-term patterns
the network is not able to relate the end of the sequence to its beginning
information from the distant past is not used for learning
it cannot capture long range dependencies
the first words of a sentence don't contribute to the learning
the model can't figure out which early input was responsible for a late error
early steps get almost no training signal
it is hard for the network to remember things from long ago
dependencies between far apart time steps are not learnt
what comes early in the sequence is practically ignored during training
no learning happens for the early part of the sequence
training only takes the last few steps into account
the beginning of the sequence has no effect on the parameter updates
RNNs struggle with long-range dependencies
the contribution of early time steps to the gradient of W becomes negligible`,
  explosion_effect: `
가중치 업데이트가 너무 커져서 학습이 불안정해진다
파라미터가 발산하고 loss가 NaN이 된다
학습이 발산한다
오버플로우가 발생할 수 있다
최적점을 지나쳐 버려 수렴하지 못함
가중치가 한 번에 너무 크게 변해서 학습이 망가진다
loss가 튀고 수렴이 안 됨
값이 inf가 되어 학습 불가
가중치가 크게 요동친다
손실이 줄지 않고 진동하거나 발산한다
학습 과정이 매우 불안정해질 수 있음
경사하강법 한 번에 파라미터가 엄청 멀리 이동해버린다
the updates become huge and training diverges
training becomes unstable
the loss becomes NaN
parameters overflow
the optimizer takes enormous steps and overshoots the minimum
the weights change drastically in each update so the loss jumps around
learning is unstable and does not converge
numerical overflow can happen
gradient descent steps are way too large
the weights get thrown far away from any good solution
this leads to large weight updates which ruin what was learned
training fails because the loss goes to infinity`,
  gated_remedy: `
LSTM이나 GRU를 쓰면 해결된다
이를 해결하기 위해 LSTM, GRU 같은 게이트 구조가 제안되었다
그래서 LSTM을 사용한다
LSTM의 셀 상태는 기울기가 잘 흐르게 해준다
해결책 : LSTM, GRU
게이트를 이용한 LSTM으로 완화 가능
GRU처럼 게이트가 있는 구조를 사용하면 이 문제가 줄어든다
→ LSTM/GRU로 완화
LSTM은 cell state를 통해 그래디언트가 소실되지 않고 전달되도록 한다
장단기 메모리(LSTM) 네트워크가 대안이다
LSTM or GRU can be used to mitigate this
that is why LSTMs were invented
gated architectures such as LSTM preserve the gradient
use LSTM instead
Solution: LSTM/GRU
LSTM cells have an additive path that lets the gradient flow
GRUs and LSTMs suffer less from this problem
the gates of an LSTM keep the error signal alive
to fix that people use LSTM
this was the motivation behind LSTM
an LSTM would do better here
gating mechanisms help with this`,
  clipping_remedy: `
gradient clipping으로 해결할 수 있다
그래디언트 클리핑을 적용한다
기울기의 norm이 임계값을 넘으면 잘라준다
기울기 크기에 상한을 두면 된다
해결: clipping
기울기가 일정 값 이상이면 잘라내는 방법을 사용
기울기 노름을 일정 크기로 제한하여 방지한다
그라디언트 클리핑 같은 기법이 필요하다
gradient clipping is used to prevent this
clip the gradients
one should clip the norm of the gradient
rescaling the gradient when its norm exceeds a threshold
limit the gradient norm
the usual fix is to cap the gradient at some maximum norm
so we clip
클립핑을 써서 기울기를 제한한다
그레디언트 클립핑이 필요함
norm clipping`,
}
